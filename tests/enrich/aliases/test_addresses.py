"""Forms of address before names of persons."""

import pytest

from service.enrich.aliases.names.names import take_apart
from tests.enrich.aliases.named import clusters


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Tan Sri Lim Ah Beng", "Lim Ah Beng"),
        ("Tan Ah Beng", "Tan Ah Beng"),
        ("Datuk Seri Omar Rashid", "Omar Rashid"),
        ("Dato' Sri Omar Rashid", "Omar Rashid"),
        ("Toh Puan Mei Lee", "Mei Lee"),
        ("Daw Khin Mar Aye", "Khin Mar Aye"),
        ("U Kyaw Tun", "Kyaw Tun"),
        ("U Kyaw", "U Kyaw"),
        ("U. Ramesh Rao", "U. Ramesh Rao"),
        ("His Excellency Omar Rashid", "Omar Rashid"),
        ("HH Sheikh Omar Al-Rashid", "Omar Al-Rashid"),
        ("Begum Nur Jahan", "Nur Jahan"),
        ("Sardar Rao", "Sardar Rao"),
        ("Nana Kofi Mensah", "Nana Kofi Mensah"),
        ("Rt. Hon. Ada Holm", "Ada Holm"),
        ("Sultan bin Rashid", "Sultan bin Rashid"),
    ],
)
def test_a_name_is_whole_and_without_its_form_of_address(text: str, name: str) -> None:
    """Words that are names, too, are forms of address before full names alone."""
    assert take_apart(text, person=True).bare == name


def test_a_name_with_a_form_of_address_is_joined_with_short_mentions() -> None:
    """By the first word, where that is the surname."""
    (cluster,) = clusters("PERSON:Tan Sri Lim Ah Beng", "PERSON:Lim", "PERSON:Lim Ah Beng")
    assert cluster.name == "Lim Ah Beng"


def test_a_name_that_was_parted_behind_its_form_of_address_is_one() -> None:
    """Both parts stand side by side."""
    (cluster,) = clusters("PERSON:Daw Khin", "PERSON:Mar Aye", text="Daw Khin Mar Aye left .")
    assert cluster.name == "Khin Mar Aye"


def test_a_form_of_address_that_was_taken_for_a_name_is_none() -> None:
    """Whatever other ones stand between it and the name."""
    (cluster,) = clusters("PERSON:Tun", "PERSON:Omar Rashid", text="Tun Dr. Omar Rashid left .")
    assert cluster.name == "Omar Rashid"


def test_a_form_of_address_that_women_and_men_bear_tells_no_gender() -> None:
    """Nor does one that people go by like a name."""
    assert [cluster.gender for cluster in clusters("PERSON:Datuk Orlani Rahi", "PERSON:Nana Orlu-Addai")] == [
        None,
        None,
    ]
