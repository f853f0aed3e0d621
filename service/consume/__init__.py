"""From Kafka's partitions to committed offsets: the only users of aiokafka's consumer.

The data's way: ``source`` reads (through ``consumer`` and ``topics``); ``reading`` hands what came to the lanes;
``rebalance`` opens and closes a ``lane`` for each assigned partition; a lane keeps its articles in a ``window``,
whose offsets ``offsets`` tracks, and publishes what is finished by ``runs``, when ``pacing`` says so.

Beside it: ``foreign_headers`` (records that aiokafka cannot read), ``expired`` (what retention deleted unread),
``interfaces`` (what a lane needs of others), ``retry`` and ``backoff`` (waits after Kafka failed),
``drain`` (which partitions a drain takes), ``progress`` (what is counted at a commit).
"""
