"""The network: a BERT encoder that also sees word shapes, and one head for each layer of grammar."""

from dataclasses import dataclass
from pathlib import Path

import torch
from torch import Tensor, nn
from torch.nn import functional

from service.enrich.encoder.shapes import SHAPE_COUNT

LAYERS, WIDTH, HEADS, INNER, PIECES, PLACES = 6, 384, 12, 1536, 30522, 512
"""Of MiniLM-L6 (Wang et al., NeurIPS 2020)."""

ARC_WIDTH, LABEL_WIDTH = 160, 32
DROPOUT = 0.1


@dataclass(frozen=True)
class Sizes:
    """How many classes each head tells apart."""

    names: int
    morphs: int
    tags: int
    rules: int
    relations: int


class Layer(nn.Module):
    """One transformer layer, normalised after each half (BERT)."""

    def __init__(self, inner: int) -> None:
        super().__init__()
        self.query, self.key, self.value, self.out = (nn.Linear(WIDTH, WIDTH) for _ in range(4))
        self.grow, self.shrink = nn.Linear(WIDTH, inner), nn.Linear(inner, WIDTH)
        self.norm_attention, self.norm = nn.LayerNorm(WIDTH, 1e-12), nn.LayerNorm(WIDTH, 1e-12)
        self.drop = nn.Dropout(DROPOUT)

    def forward(self, x: Tensor, mask: Tensor | None) -> Tensor:
        batch, length, _ = x.shape
        q, k, v = (
            project(x).view(batch, length, HEADS, WIDTH // HEADS).transpose(1, 2)
            for project in (self.query, self.key, self.value)
        )
        mixed = functional.scaled_dot_product_attention(q, k, v, None if mask is None else mask.to(q.dtype))
        mixed = mixed.transpose(1, 2).reshape(batch, length, WIDTH)
        x = self.norm_attention(x + self.drop(self.out(mixed)))
        return self.norm(x + self.drop(self.shrink(functional.gelu(self.grow(x)))))


class Encoder(nn.Module):
    """Word pieces and word shapes in, one vector a piece out."""

    def __init__(self, layers: int, inner: int) -> None:
        super().__init__()
        self.pieces, self.places = nn.Embedding(PIECES, WIDTH), nn.Embedding(PLACES, WIDTH)
        self.shapes = nn.Embedding(SHAPE_COUNT, WIDTH)
        nn.init.zeros_(self.shapes.weight)
        self.norm = nn.LayerNorm(WIDTH, 1e-12)
        self.drop = nn.Dropout(DROPOUT)
        self.layers = nn.ModuleList(Layer(inner) for _ in range(layers))

    def forward(self, pieces: Tensor, shapes: Tensor, mask: Tensor | None = None) -> Tensor:
        return self.read(self.embedded(pieces, shapes), mask)

    def embedded(self, pieces: Tensor, shapes: Tensor) -> Tensor:
        """What the layers read, before it is normalised."""
        places = torch.arange(pieces.shape[1], device=pieces.device)
        x: Tensor = self.pieces(pieces) + self.places(places) + self.shapes(shapes)
        return x

    def read(self, x: Tensor, mask: Tensor | None = None) -> Tensor:
        """Vectors of the last layer, from ``embedded``."""
        x = self.drop(self.norm(x))
        added = None if mask is None else (1.0 - mask[:, None, None, :].to(x.dtype)) * -1e4
        for layer in self.layers:
            x = layer(x, added)
        return x


class Network(nn.Module):
    """The encoder and its heads; every head reads the vector of a word's first piece."""

    def __init__(self, sizes: Sizes, layers: int = LAYERS, inner: int = INNER) -> None:
        super().__init__()
        self.encoder = Encoder(layers, inner)
        self.drop = nn.Dropout(DROPOUT)
        self.names, self.morphs = nn.Linear(WIDTH, sizes.names), nn.Linear(WIDTH, sizes.morphs)
        self.tags, self.rules = nn.Linear(WIDTH, sizes.tags), nn.Linear(WIDTH, sizes.rules)
        self.starts = nn.Linear(WIDTH, 1)
        self.arc_head, self.arc_dependent = nn.Linear(WIDTH, ARC_WIDTH), nn.Linear(WIDTH, ARC_WIDTH)
        self.arc = nn.Linear(ARC_WIDTH, ARC_WIDTH, bias=False)
        self.arc_bias, self.root = nn.Linear(ARC_WIDTH, 1), nn.Linear(ARC_WIDTH, 1)
        self.label_head, self.label_dependent = nn.Linear(WIDTH, LABEL_WIDTH), nn.Linear(WIDTH, LABEL_WIDTH)
        self.label = nn.Parameter(torch.randn(LABEL_WIDTH + 1, sizes.relations, LABEL_WIDTH + 1) * 0.05)

    def words(self, pieces: Tensor, shapes: Tensor, first: Tensor, mask: Tensor | None = None) -> Tensor:
        """Vectors of words, from the index of each word's first piece."""
        x = self.encoder(pieces, shapes, mask)
        return torch.gather(x, 1, first[..., None].expand(-1, -1, WIDTH))

    def arcs(self, x: Tensor) -> Tensor:
        """Scores (batch, dependent, head); a word's own place is the score of being the root."""
        head, dependent = functional.gelu(self.arc_head(x)), functional.gelu(self.arc_dependent(x))
        scores = self.arc(dependent) @ head.transpose(1, 2) + self.arc_bias(head).transpose(1, 2)
        own = torch.eye(x.shape[1], dtype=scores.dtype, device=x.device)
        return scores * (1 - own) + self.root(dependent) * own

    def label_vectors(self, x: Tensor) -> tuple[Tensor, Tensor]:
        """Vectors of words as heads and as dependents, each with a last place that is 1."""
        one = torch.ones_like(x[..., :1])
        return (
            torch.cat([functional.gelu(self.label_head(x)), one], -1),
            torch.cat([functional.gelu(self.label_dependent(x)), one], -1),
        )

    def label_scores(self, x: Tensor, heads: Tensor) -> Tensor:
        """Scores of the relations between each word and its head, biaffine (Dozat and Manning 2017)."""
        head, dependent = self.label_vectors(x)
        chosen = torch.gather(head, 1, heads[..., None].expand(-1, -1, LABEL_WIDTH + 1))
        return torch.einsum("bne,erf,bnf->bnr", dependent, self.label, chosen)


def encoder_sizes(state: dict[str, Tensor]) -> tuple[int, int]:
    """The layers of the encoder whose weights these are, and the inner units of each."""
    biases = [value for name, value in state.items() if name.endswith("grow.bias")]
    return len(biases), len(biases[0])


def load_network(sizes: Sizes, weights: Path) -> Network:
    """A trained network with as many layers and units as its weights have.

    Raises:
        OSError: there is no such file.
    """
    state = torch.load(weights, map_location="cpu", weights_only=True)
    network = Network(sizes, *encoder_sizes(state))
    network.load_state_dict(state)
    return network
