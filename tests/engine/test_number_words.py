"""Numbers in words: right over the whole range, read back to within rounding, and spelled in one way."""

import math

import pytest
from hypothesis import given
from hypothesis import strategies as st

from engine.number_words import decimals, exact, figure, percent, sure_percent, whole_percent

FINITE = st.floats(allow_nan=False, allow_infinity=False)


def read(text: str) -> float:
    return float(text.removesuffix(" %").replace(",", ""))


@pytest.mark.parametrize(
    ("value", "text"),
    [
        (999.4, "999"),
        (999.5, "1,000"),
        (999.7, "1,000"),
        (-999.7, "-1,000"),
        (1e9 - 0.3, "1,000,000,000"),
        (1e9, "1e+09"),
        (412, "412"),
        (6.84, "6.84"),
        (41_200.4, "41,200"),
        (1.2e-7, "1.2e-07"),
        (0.0, "0"),
        (-0.0, "0"),
        (math.nan, "not a number"),
        (math.inf, "infinity"),
        (-math.inf, "minus infinity"),
    ],
)
def test_a_figure_is_written_as_people_write_it(value: float, text: str) -> None:
    assert figure(value) == text


@given(st.floats(-1e300, 1e300), st.integers(1, 6))
def test_a_figure_reads_back_to_within_rounding(value: float, digits: int) -> None:
    text = figure(value, digits)
    assert math.isclose(read(text), value, rel_tol=0.51 * 10 ** (1 - digits), abs_tol=5e-324)
    assert text != "-0"
    assert "e" not in text or not 1e-4 <= abs(value) < 1e9
    assert ("," in text) == (1000 <= abs(read(text)) < 1e10 and "e" not in text)


@given(st.floats(-100, 1e6))
def test_a_percentage_is_a_figure_with_one_sign(share: float) -> None:
    for text in (percent(share), whole_percent(share)):
        assert text.endswith(" %")
        assert not text.startswith("-0 ")
        assert "e+" not in text
    assert math.isclose(read(percent(share)), 100 * share, rel_tol=0.0051, abs_tol=5e-324)
    assert math.isclose(read(whole_percent(share)), 100 * share, abs_tol=0.501)


def test_a_percentage_beyond_the_usual_has_no_power_of_ten() -> None:
    assert percent(9.997) == "1,000 %"
    assert whole_percent(12.0) == "1,200 %"
    assert whole_percent(-0.001) == "0 %"
    assert percent(math.nan) == "not a number"


@given(st.floats(-1e6, 1e6), st.integers(0, 4))
def test_fixed_decimals_read_back_and_zero_has_no_sign(value: float, digits: int) -> None:
    text = decimals(value, digits)
    assert math.isclose(read(text), value, abs_tol=0.501 * 10**-digits)
    assert not text.startswith("-") or read(text) < 0


def test_what_has_no_value_is_undefined() -> None:
    assert [decimals(value) for value in (None, math.nan, math.inf, -0.0001)] == [
        "undefined",
        "undefined",
        "infinity",
        "0.000",
    ]


@given(FINITE)
def test_a_setting_is_written_with_every_digit(value: float) -> None:
    assert read(exact(value)) == value
    assert not exact(value).endswith(".0")
    assert exact(value) != "-0"


def test_a_setting_of_another_kind_is_written_in_words() -> None:
    values = (True, False, None, 10_000, 0.01, 1e-5, 100.0, ("real", "0_real"), "crop", ())
    words = ["on", "off", "empty", "10,000", "0.01", "1e-05", "100", "real, 0_real", "crop", "empty"]
    assert [exact(value) for value in values] == words


@pytest.mark.parametrize(
    ("probability", "words"),
    [(0.0, "< 0.1 %"), (0.001, "0.1 %"), (0.57, "57.0 %"), (0.9996, "> 99.9 %"), (1.0, "> 99.9 %")],
)
def test_a_probability_is_never_certainty(probability: float, words: str) -> None:
    """Inspect said 100 % of a picture that Try it called > 99.9 %."""
    assert sure_percent(probability) == words
