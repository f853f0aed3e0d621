"""What becomes of each line: ``decide`` keeps or removes it, with ``boilerplate`` that no article holds; ``reasons``
says why it was removed, by its ``phrases``.
"""
