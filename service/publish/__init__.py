"""From an article's outcome to committed messages: the only users of aiokafka's producer.

The data's way: ``compose`` makes the records of an outcome, by ``envelope`` (CloudEvents) or ``deadletter``;
``transaction`` publishes them together with the offset, both or neither.
"""
