"""Where places lie that the gazetteer lacks."""

from service.enrich.places.gazetteer.gazetteer import Gazetteer
from service.enrich.places.mention import Mention
from service.enrich.places.place import Kind
from service.enrich.places.ranking.rank import Resolution
from service.enrich.places.recognition import surroundings as module
from service.enrich.places.recognition.surroundings import SURE

UNKNOWN = Resolution(0, 0.0)


def row_of(gazetteer: Gazetteer, key: str) -> int:
    """The most populous place of a name."""
    return int(gazetteer.find([key], 1).rows[0])


def surroundings(
    gazetteer: Gazetteer, mentions: list[Mention], found: list[Resolution], kinds: list[Kind] | None = None
) -> dict[int, int]:
    """With all places named literally, unless their kinds are given."""
    return module.surroundings(gazetteer, mentions, found, kinds or ["literal"] * len(mentions))


def test_a_place_that_nobody_knows_lies_in_the_town_named_with_it(gazetteer: Gazetteer) -> None:
    """The nearest one."""
    lagos, lima = row_of(gazetteer, "lagos"), row_of(gazetteer, "lima")
    mentions = [Mention(0, 5, "Lagos"), Mention(100, 104, "Lima"), Mention(110, 125, "Tamber Hospital")]
    found = [Resolution(lagos, 0.9), Resolution(lima, 0.9), UNKNOWN]
    assert surroundings(gazetteer, mentions, found) == {2: lima}


def test_the_adjective_of_a_country_in_a_name_tells_where_it_lies(gazetteer: Gazetteer) -> None:
    """Where the article names the country too; a French Quarter may lie anywhere."""
    lagos, peru = row_of(gazetteer, "lagos"), row_of(gazetteer, "peru")
    mentions = [Mention(0, 5, "Lagos"), Mention(50, 54, "Peru"), Mention(60, 80, "Grand Peruvian Tower")]
    assert surroundings(gazetteer, mentions, [Resolution(lagos, 0.9), Resolution(peru, 0.9), UNKNOWN]) == {2: peru}
    assert surroundings(gazetteer, [mentions[0], mentions[2]], [Resolution(lagos, 0.9), UNKNOWN]) == {1: lagos}


def test_a_name_that_begins_with_a_place_of_the_article_lies_there(gazetteer: Gazetteer) -> None:
    """However near another town is."""
    lagos, lima = row_of(gazetteer, "lagos"), row_of(gazetteer, "lima")
    mentions = [Mention(0, 5, "Lagos"), Mention(100, 104, "Lima"), Mention(110, 123, "Lagos Inlands")]
    found = [Resolution(lagos, 0.9), Resolution(lima, 0.9), UNKNOWN]
    assert surroundings(gazetteer, mentions, found) == {2: lagos}


def test_an_unknown_place_lies_in_the_country_of_nearly_all_others(gazetteer: Gazetteer) -> None:
    """A town next to it that lies in another country is a namesake, or a guest."""
    lagos, abuja, lima = (row_of(gazetteer, key) for key in ("lagos", "abuja", "lima"))
    homes = [Mention(10 * i, 10 * i + 5, "Abuja") for i in range(5)]
    mentions = [Mention(0, 5, "Lagos"), *homes[1:], Mention(100, 104, "Lima"), Mention(110, 116, "Tamber")]
    found = [Resolution(lagos, 0.9), *[Resolution(abuja, 0.9)] * 4, Resolution(lima, 0.9), UNKNOWN]
    assert surroundings(gazetteer, mentions, found) == {6: abuja}


def test_a_doubtful_town_does_not_tell_where_other_places_lie(gazetteer: Gazetteer) -> None:
    """A namesake found by half of a name is often on another continent."""
    lagos, lima = row_of(gazetteer, "lagos"), row_of(gazetteer, "lima")
    mentions = [Mention(0, 5, "Lagos"), Mention(100, 104, "Lima"), Mention(110, 125, "Tamber Hospital")]
    found = [Resolution(lagos, 0.9), Resolution(lima, SURE - 0.1), UNKNOWN]
    assert surroundings(gazetteer, mentions, found) == {2: lagos}


def test_all_mentions_of_an_unknown_place_lie_where_one_is_named_nearest_to_a_town(gazetteer: Gazetteer) -> None:
    """A name means one place throughout."""
    lagos, lima = row_of(gazetteer, "lagos"), row_of(gazetteer, "lima")
    mentions = [
        Mention(0, 5, "Lagos"),
        Mention(9, 15, "Tamber"),
        Mention(100, 104, "Lima"),
        Mention(115, 121, "Tamber"),
    ]
    found = [Resolution(lagos, 0.9), UNKNOWN, Resolution(lima, 0.9), UNKNOWN]
    assert surroundings(gazetteer, mentions, found) == {1: lagos, 3: lagos}


def test_a_capital_that_stands_for_its_government_tells_nothing(gazetteer: Gazetteer) -> None:
    """What Lima claims need not lie in Lima."""
    lagos, lima = row_of(gazetteer, "lagos"), row_of(gazetteer, "lima")
    mentions = [Mention(0, 5, "Lagos"), Mention(100, 104, "Lima"), Mention(110, 116, "Tamber")]
    found = [Resolution(lagos, 0.9), Resolution(lima, 0.9), UNKNOWN]
    assert surroundings(gazetteer, mentions, found, ["literal", "metonymic", "literal"]) == {2: lagos}


def test_a_river_lies_in_the_country_named_most_unless_a_town_of_it_stands_close_by(gazetteer: Gazetteer) -> None:
    """Courts and ministries that speak of it sit elsewhere; no town gives its point to a river far from it."""
    lagos, lima, peru = (row_of(gazetteer, key) for key in ("lagos", "lima", "peru"))
    cusco = row_of(gazetteer, "cusco")
    mentions = [
        *(Mention(10 * i, 10 * i + 4, "Peru") for i in range(3)),
        Mention(200, 205, "Lagos"),
        Mention(210, 222, "Tamber River"),
    ]
    named = [Resolution(peru, 0.9)] * 3
    assert surroundings(gazetteer, mentions, [*named, Resolution(lagos, 0.9), UNKNOWN]) == {4: peru}
    assert surroundings(gazetteer, mentions, [*named, Resolution(cusco, 0.9), UNKNOWN]) == {4: cusco}
    assert surroundings(gazetteer, mentions, [*named, Resolution(lima, 0.9), UNKNOWN]) == {4: peru}


def test_a_place_lies_in_the_country_that_is_named_behind_it(gazetteer: Gazetteer) -> None:
    """However near a town of another one is."""
    lagos, peru = row_of(gazetteer, "lagos"), row_of(gazetteer, "peru")
    mentions = [Mention(0, 5, "Lagos"), Mention(10, 16, "Tamber"), Mention(18, 22, "Peru")]
    found = [Resolution(lagos, 0.9), Resolution(0, 0.0, peru), Resolution(peru, 0.9)]
    assert surroundings(gazetteer, mentions, found) == {1: peru}


def test_an_unknown_place_lies_in_the_country_of_the_outlet_where_nothing_else_tells(gazetteer: Gazetteer) -> None:
    """Unless the text tells."""
    peru, chile = row_of(gazetteer, "peru"), row_of(gazetteer, "chile")
    mentions = [Mention(0, 6, "Tamber"), Mention(20, 31, "Tamber Hill")]
    found = [UNKNOWN, Resolution(0, 0.0, chile)]
    assert module.surroundings(gazetteer, mentions, found, ["literal"] * 2, peru) == {0: peru, 1: chile}
    assert module.surroundings(gazetteer, mentions[:1], found[:1], ["literal"]) == {}


def test_an_unknown_province_does_not_lie_in_the_capital(gazetteer: Gazetteer) -> None:
    """Where the news of it comes from; a village may."""
    lima, peru = row_of(gazetteer, "lima"), row_of(gazetteer, "peru")
    text = "Lima. In Tamber province and in Wexley it rained."
    mentions = [Mention(0, 4, "Lima"), Mention(9, 15, "Tamber"), Mention(32, 38, "Wexley")]
    found = [Resolution(lima, 0.9), UNKNOWN, UNKNOWN]
    assert module.surroundings(gazetteer, mentions, found, ["literal"] * 3, text=text) == {1: peru, 2: lima}
