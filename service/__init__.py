"""Newswire: raw news articles from Kafka in, structured records and events out.

Start reading at ``service.app``; the data's way is consume, clean, enrich, publish.
"""

from importlib.metadata import version

__version__ = version("newswire")
