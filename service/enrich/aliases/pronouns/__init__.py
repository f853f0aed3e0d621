"""Whom a pronoun means: who is salient where it stands, but for those whom grammar rules out."""
