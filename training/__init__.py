"""How the model that the service ships is made: corpora in, one int8 ONNX file out."""
