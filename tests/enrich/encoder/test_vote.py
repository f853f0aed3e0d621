"""The vote of a name's places in one document."""

from service.enrich.encoder.names import Name
from service.enrich.encoder.vote import agree
from tests.enrich.encoder.found import name, told


def agreed(text: str, *names: Name) -> list[tuple[str, str]]:
    words = text.split()
    return told(words, agree(names, words))


def test_the_same_words_get_one_label() -> None:
    """The one with the most probability over all places."""
    text = "Kestrel said . Kestrel rose . Kestrel fell"
    names = name(0, 1, "ORG", 0.8), name(3, 4, "ORG", 0.7), name(6, 7, "PERSON", 0.9)
    assert agreed(text, *names) == [("Kestrel", "ORG")] * 3


def test_a_family_name_is_its_person() -> None:
    """Though it was read as a place where it stood alone."""
    text = "Runa Sand spoke . Sand left"
    assert agreed(text, name(0, 2, "PERSON"), name(4, 5, "LOC", 0.6)) == [("Runa Sand", "PERSON"), ("Sand", "PERSON")]


def test_a_place_named_beside_a_person_of_that_name_stays_a_place() -> None:
    """A longer name of another kind begins with the word."""
    text = "Jack London met London Bridge people in London"
    names = name(0, 2, "PERSON"), name(3, 5, "FAC"), name(7, 8, "LOC")
    assert agreed(text, *names)[-1] == ("London", "LOC")


def test_a_country_is_not_who_bears_its_name_before_another() -> None:
    """News calls her Sand: what is surely a place alone stays one, a doubtful one does not."""
    text = "Georgia Sand left Georgia"
    person = name(0, 2, "PERSON")
    assert agreed(text, person, name(3, 4, "LOC", 0.95))[-1] == ("Georgia", "LOC")
    assert agreed(text, person, name(3, 4, "LOC", 0.6))[-1] == ("Georgia", "PERSON")


def test_a_sure_name_is_found_where_it_was_missed() -> None:
    """Wherever its words stand free."""
    text = "Veldoria Port opened . Veldoria Port closed"
    assert agreed(text, name(0, 2, "FAC")) == [("Veldoria Port", "FAC")] * 2


def test_an_unsure_name_is_not_spread() -> None:
    """One doubtful reading does not become many."""
    text = "Veldoria Port opened . Veldoria Port closed"
    assert len(agreed(text, name(0, 2, "FAC", 0.5))) == 1


def test_dates_do_not_vote() -> None:
    """May the month and May the minister keep their labels."""
    text = "May said May 5 and May"
    names = name(0, 1, "PERSON"), name(2, 4, "DATE"), name(5, 6, "DATE")
    assert [label for _, label in agreed(text, *names)] == ["PERSON", "DATE", "DATE"]


def test_a_title_alone_names_nobody() -> None:
    """Neither where it stands alone nor where it stands before the name."""
    text = "Envoy arrives . the King met Senator Runa Sand"
    names = name(0, 1, "PERSON"), name(4, 5, "PERSON"), name(6, 7, "PERSON"), name(7, 9, "PERSON")
    assert agreed(text, *names) == [("Runa Sand", "PERSON")]


def test_a_family_name_that_is_a_title_names_its_bearer() -> None:
    """A full name ends with it."""
    text = "Runa King spoke . King left"
    assert agreed(text, name(0, 2, "PERSON"), name(4, 5, "PERSON")) == [("Runa King", "PERSON"), ("King", "PERSON")]


def test_a_longer_name_that_is_sure_takes_the_place_of_its_parts() -> None:
    """ "Sand Partners" is the company at both places, whoever Sand may be; a part that goes on further stays."""
    text = "Sand Partners rose . Sand Partners fell"
    assert agreed(text, name(0, 1, "PERSON"), name(4, 6, "ORG")) == [("Sand Partners", "ORG")] * 2
    text = "Kestrel Sand Partners rose . Sand Partners fell"
    names = name(0, 2, "PERSON"), name(5, 7, "ORG")
    assert agreed(text, *names) == [("Kestrel Sand", "PERSON"), ("Sand Partners", "ORG")]


def test_who_is_called_a_company_is_no_person() -> None:
    """At all places, unless somebody's full name has the word; a people is none in "a company Danish owners left"."""
    text = 'energy company "Kestrel rose . Kestrel fell'.replace('"', '" ')
    names = name(3, 4, "PERSON"), name(6, 7, "PERSON")
    assert agreed(text, *names) == [("Kestrel", "ORG")] * 2
    full = f"{text} . Runa Kestrel left"
    assert ("Kestrel", "ORG") not in agreed(full, *names, name(9, 11, "PERSON"))
    assert agreed("the company Danish owners left", name(2, 3, "NORP")) == [("Danish", "NORP")]
