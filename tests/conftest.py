"""What tests measured is printed at the end of the run, wherever they ran."""


def pytest_terminal_summary(terminalreporter):
    """Print each report that a test recorded, and the slowest of what was timed."""
    reports = [*terminalreporter.getreports("passed"), *terminalreporter.getreports("failed")]
    said = [pair for report in reports if report.when == "call" for pair in report.user_properties]
    for text in (value for name, value in said if name == "report"):
        terminalreporter.write_line("")
        terminalreporter.write_line(text)
    if timed := [value for name, value in said if name == "slowest"]:
        seconds, words = max(timed)
        terminalreporter.write_line(f"\nthe slowest text: {words}, {seconds:.2f} s")
