"""What can go wrong, all on one page.

    NofOneError
    ├── NounError            a thing that cannot be
    │   ├── MeasureError  CandidateError  PriorError  ScheduleError
    │   └── DiaryError    AnalysisError   RuleError   StudyError
    ├── LogError             a step that cannot be taken now
    │   ├── NothingToUndoError  RegisteredError
    ├── FileError            a study file that is not whole
    │   └── NewerFileError
    ├── ShelfError           a place where a study cannot be found or kept
    │   └── ConflictError    somebody else was faster
    ├── ReadError            foreign text that cannot be read
    ├── AskError             a question to a model that was not sent or not answered
    │   └── FormRefusedError the endpoint wants it in another form
    ├── SheetError           a value from a browser that cannot be
    ├── OutcomeError         days that cannot be analysed
    ├── FitError             a posterior that must not be shown
    └── CancelledError       the person stopped it

Every error is three sentences: what is wrong, what was expected, what to do.
"""


class NofOneError(Exception):
    """Refused, with the reason and the remedy."""

    def __init__(self, wrong: str, expected: str, remedy: str) -> None:
        super().__init__(wrong, expected, remedy)
        self.wrong = wrong
        self.expected = expected
        self.remedy = remedy

    def __str__(self) -> str:
        return f"{self.wrong} {self.expected} {self.remedy}"


class NounError(NofOneError):
    """A thing that cannot be."""


class MeasureError(NounError):
    """An outcome measure that cannot be."""


class CandidateError(NounError):
    """A candidate that cannot be."""


class PriorError(NounError):
    """A prior that cannot be."""


class ScheduleError(NounError):
    """A schedule that cannot be."""


class DiaryError(NounError):
    """A diary entry that cannot be."""


class AnalysisError(NounError):
    """An analysis plan that cannot be."""


class RuleError(NounError):
    """A decision rule that cannot be."""


class StudyError(NounError):
    """A study whose parts do not fit together."""


class LogError(NofOneError):
    """A step that cannot be taken now."""


class NothingToUndoError(LogError):
    """There is no step to take back, or none to take again."""


class RegisteredError(LogError):
    """The protocol is locked: a change needs a reason."""


class FileError(NofOneError):
    """A study file that is not whole."""


class NewerFileError(FileError):
    """A study file written by a later version."""


class ShelfError(NofOneError):
    """A place where a study cannot be found or kept."""


class ConflictError(ShelfError):
    """The study moved on while this edit was made; both versions are kept."""

    def __init__(self, wrong: str, expected: str, remedy: str, *, ours: str = "", theirs: str = "") -> None:
        super().__init__(wrong, expected, remedy)
        self.ours = ours
        self.theirs = theirs


class ReadError(NofOneError):
    """Foreign text that cannot be read."""


class AskError(NofOneError):
    """A question to a model that was not sent, or not answered."""


class FormRefusedError(AskError):
    """The endpoint does not take the question in this form; a plainer one may do."""


class SheetError(NofOneError):
    """A value from a browser that cannot be."""


class OutcomeError(NofOneError):
    """Days that cannot be analysed."""


class FitError(NofOneError):
    """A posterior that could not be had, or must not be believed."""


class CancelledError(NofOneError):
    """Stopped by the person; the last good result stays."""
