"""Dead letters back to where they came from, each exactly once for a filter.

It is a drain of the dead-letter topic, through lanes like the service's own: originals and offsets go
into one transaction. Each filter has a consumer group of its own, so that letters one filter leaves
out are still there for the next, and the group's lag is what is left to look at.

``replay`` reads the topic; ``choice`` says which letters are wanted; ``work`` makes originals of them; ``stall`` ends a
replay that does not move.
"""
