"""Lines as numbered words: ``words`` splits them, ``hashes`` and ``tables`` look up what is known of each token and
word, ``new_tokens`` works it out for those not met before (by ``characters``, ``flags`` and ``vocabulary``).
"""
