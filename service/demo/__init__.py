"""What ``newswire demo`` needs beside the service: a broker, articles, and words for what came out."""
