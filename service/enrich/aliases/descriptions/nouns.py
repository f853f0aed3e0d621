"""Nouns that describe persons, groups of people, and organisations."""

from service.enrich.words import word_set

PERSONS = word_set(
    """
    academic activist actor actress administrator adviser advisor agent aide ally ambassador analyst anchor
    apostle archbishop architect artist assistant astronaut athlete attacker attorney aunt author baby banker
    bishop blogger boss bowler boxer boy boyfriend brother builder businessman businesswoman buyer candidate
    captain cardinal cashier celebrity chairman chairperson chairwoman champion chancellor chef chemist chief
    child citizen cleric clerk client climber coach colleague collector colonel columnist comedian commander
    commentator commissioner communist composer conductor congressman congresswoman consultant consumer
    contractor convict cop correspondent councillor councilman counsel counsellor coordinator coroner cousin
    creator critic curator customer cyclist dad dancer daughter dealer defender defendant deputy designer
    detective developer dictator diplomat director dissident doctor donor driver economist editor employee
    employer engineer envoy epidemiologist executive expert farmer father fighter filmmaker firefighter
    fisherman founder friend general geologist girl girlfriend governor grandfather grandmother guard guest
    guitarist gunman hacker head historian host hunter husband imam inmate inspector instructor investigator
    investor inventor jailer journalist judge juror justice kid king lawmaker lawyer leader lecturer legislator
    lieutenant lobbyist magistrate major man manager marshal mayor mechanic member merchant meteorologist miner
    minister mom monk mother mum murderer musician neighbor neighbour nephew niece novelist nun nurse
    officer official operator opponent organiser organizer owner painter parent participant partner passenger
    pastor patient philosopher photographer physician physicist pilot player poet policeman policewoman
    politician pope premier president priest prime prince princess principal prisoner producer professor
    programmer prosecutor protester psychologist publisher queen rabbi rancher ranger reader rebel referee
    refugee reporter representative rescuer researcher resident retiree rider rival sailor salesman scholar
    scientist scientologist secretary senator sergeant shareholder sheriff shooter singer sister skipper soldier
    solicitor son speaker specialist spectator spokesman spokesperson spokeswoman statesman striker student
    superintendent supervisor supporter surgeon survivor suspect swimmer teacher technician teenager tenant
    terrorist therapist tourist trader trainer treasurer trustee tutor uncle user vendor veteran veterinarian
    victim viewer villager visitor volunteer voter waiter waitress widow widower wife winner witness woman
    worker writer youth counselor source insider whistleblower
    """
)

GROUPS = word_set(
    """
    army authority cabinet coalition committee community congress council court crew crowd delegation family
    force government jury leadership military ministry militia navy opposition panel parliament people police
    public regime senate staff team troop troops union
    """
)
"""Singular nouns of several people."""

ORGANISATIONS = word_set(
    """
    agency airline association authority bank board body bureau business cabinet centre center channel charity
    church club college commission committee company conglomerate corporation council court department employer
    firm foundation franchise government group hospital institute institution joint league magazine manufacturer
    ministry movement museum network newspaper office organisation organization paper parliament party publisher
    regulator retailer school service society startup station studio team union university watchdog website
    """
)

GENERIC_ORGANISATIONS = word_set(
    "agency business company conglomerate corporation firm franchise group institution organisation organization"
)
"""Nouns that fit an organisation whatever it is called."""

COUNTRIES = word_set("country nation state kingdom republic")
