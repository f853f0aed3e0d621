"""Surnames of those who govern are not those of whom else a story tells in full."""

from tests.enrich.aliases.test_names import clusters


def test_surname_behind_the_highest_office_is_no_relative() -> None:
    """News call the president by surname, and his wife by her full name."""
    text = "Michelle Obama opened the show. President Obama watched. Obama left."
    found = clusters("PERSON:Michelle Obama", "PERSON:Obama", "PERSON:Obama", text=text)
    assert [len(cluster.mentions) for cluster in found] == [1, 2]


def test_surname_is_the_leader_s_where_both_are_told_of_in_full() -> None:
    text = "President Barack Obama met Michelle Obama. Obama smiled."
    [leader, relative] = clusters("PERSON:Barack Obama", "PERSON:Michelle Obama", "PERSON:Obama", text=text)
    assert (len(leader.mentions), len(relative.mentions)) == (2, 1)


def test_surname_of_an_unknown_president_is_that_of_its_only_bearer() -> None:
    """Of whom no table tells, the text alone does."""
    assert len(clusters("PERSON:Orlanev", "PERSON:Ana Orlanev", text="President Orlanev left. Ana Orlanev spoke.")) == 1
