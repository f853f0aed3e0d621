"""Which articles are copies of earlier ones: judged in the service's own process, in stream order."""
