"""A number as a sentence says it: three digits that count, a real minus, and its unit."""

from nof1_lab.study.measure import Measure


def amount(x: float, measure: Measure) -> str:
    """A number in the unit of the measure.

    >>> amount(-0.60004, Measure("time awake", better="lower", worthwhile=0.4, unit="h"))
    '−0.6 h'
    """
    unit = measure.unit.strip()
    return f"{plain(x)}{unit}" if unit == "%" else f"{plain(x)} {unit}".rstrip()


def plain(x: float) -> str:
    """A number alone.

    >>> plain(-0.74239), plain(1234.4), plain(0.0)
    ('−0.742', '1230', '0')
    """
    text = f"{float(f'{x:.3g}'):.9f}" if 1e-6 <= abs(x) < 1e9 or x == 0 else f"{x:.3g}"
    text = text.rstrip("0").rstrip(".") if "e" not in text else text
    return text.replace("-", "−")


def share(part: float) -> str:
    """A share in per cent.

    >>> share(0.16), share(0.715)
    ('16%', '71.5%')
    """
    return f"{float(f'{100.0 * part:.3g}'):g}%"
