"""Train the heads for events, and with them the encoder, from a build of the model.

``python -m training.events.train CONFIG CHECKPOINT SHARED OUT`` goes on from CHECKPOINT's weights with
batches of labelled sentences; for each of them it reads one of the corpora that the encoder was trained
on, so that nothing is forgotten. ``--fold K`` leaves one fold of the documents out and scores it.
"""

import argparse
import json
import random
import time
import tomllib
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import numpy as np
import torch
from torch import Tensor, nn
from torch.nn import functional

from service.enrich.events.classes import ROLES
from training.batches import collate, plan
from training.corpora import read_names
from training.events.labels import LabelledSentence, read_sentences
from training.events.network import EventHeads
from training.events.score import score_fold
from training.losses import losses
from training.network import Network
from training.prune import narrow
from training.train import sizes
from training.treebanks import read_trees, treebank
from training.windows import MOST_PIECES, Classes, Cutter, Window, load_tokenizer

FOLDS = 5
CONTEXT_SHARE, MOST_BEFORE, MOST_AFTER = 0.3, 110, 30
"""Of the batches, those whose sentences stand in the words of their documents, and how many before and
after at most: triggers are seen at every place of a window. One number holds for a whole batch, which
saves padding."""
LOSS_WINDOW = 50
PRUNE_BATCHES = 16  # of text on which the units of the encoder are seen at work

SENTENCES = "sentences.txt"
"""Names of the sentences of the fold that was left out, beside its weights."""


def main() -> None:
    """Read the command line, train, write or score."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("config", type=Path)
    parser.add_argument("checkpoint", type=Path)
    parser.add_argument("shared", type=Path, help="the folder with gold and corpora")
    parser.add_argument("out", type=Path)
    parser.add_argument("--fold", type=int, help=f"0 to {FOLDS - 1}: leave this one out and score it")
    parser.add_argument("--share", type=float, default=1.0, help="of the labelled documents, for a learning curve")
    arguments = parser.parse_args()
    torch.set_num_threads(1)
    config = tomllib.loads(arguments.config.read_text())
    Trainer(config, arguments.checkpoint, arguments.shared).run(arguments.out, arguments.fold, arguments.share)


class Trainer:
    """Holds what every run reads.

    Args:
        config: as in ``training/configs/events.toml``.
        checkpoint: folder of a build: weights, classes.
        shared: folder with ``gold`` and ``corpora``.
    """

    def __init__(self, config: dict[str, Any], checkpoint: Path, shared: Path) -> None:
        self._config = config
        self._chance = random.Random(config["seed"])
        torch.manual_seed(config["seed"])
        self._classes = Classes(**json.loads((checkpoint / "classes.json").read_text()))
        self._network = Network(sizes(self._classes))
        self._network.load_state_dict(torch.load(checkpoint / "weights.pt"))
        self._heads = EventHeads()
        self._cutter = Cutter(load_tokenizer())
        self._sentences = read_sentences(shared / "gold", shared / "corpora")
        self._corpora = shared / "corpora"

    def run(self, out: Path, fold: int | None, share: float) -> None:
        """Train on all sentences and write, or on all but one fold's and score that one."""
        out.mkdir(parents=True, exist_ok=True)
        documents = sorted({sentence.document for sentence in self._sentences if sentence.own})
        random.Random(0).shuffle(documents)
        left_out = set(documents[fold::FOLDS]) if fold is not None else set[str]()
        kept = [document for document in documents if document not in left_out]
        kept = kept[: round(share * len(kept))]
        chosen = [s for s in self._sentences if s.document in set(kept) or (not s.own and share == 1)]
        self._train(chosen)
        torch.save(self._network.state_dict(), out / "weights.pt")
        np.savez(out / "events.npz", **self._heads.arrays())
        if fold is not None:
            held = [sentence for sentence in self._sentences if sentence.document in left_out]
            (out / SENTENCES).write_text("\n".join(sentence.id for sentence in held) + "\n")
            self._network.eval()
            self._heads.eval()
            result = score_fold(held, lambda sentence: self._read(sentence))
            (out / f"fold{fold}.json").write_text(json.dumps(result, indent=1))
            print(json.dumps(result), flush=True)

    def _train(self, sentences: Sequence[LabelledSentence]) -> None:
        config = self._config
        names = [w for name in config["names"] for w in self._cutter.names(read_names(self._corpora, name, "train"))]
        banks = [d for name in config["treebanks"] for d in read_trees(treebank(self._corpora, name, "train"))]
        sample = plan(names, config["batch_pieces"], self._chance)[:PRUNE_BATCHES]
        narrow(self._network, [collate(batch, self._classes) for batch in sample], config["inner"])
        steps: list[tuple[str, list[Any]]] = []
        for _ in range(config["epochs"]):
            batches = _batches(sentences, config["batch_sentences"], self._chance)
            rehearsals = plan(names, config["batch_pieces"], self._chance)
            rehearsals += plan(
                self._cutter.trees(banks, MOST_PIECES, self._chance), config["batch_pieces"], self._chance
            )
            self._chance.shuffle(rehearsals)
            wanted = round(len(batches) * config["rehearsal"])
            epoch: list[tuple[str, list[Any]]] = [("events", batch) for batch in batches]
            epoch += [("rehearsal", batch) for batch in rehearsals[:wanted]]
            self._chance.shuffle(epoch)
            steps += epoch
        groups = [
            {"params": list(self._network.encoder.parameters()), "lr": config["encoder_rate"]},
            {
                "params": [p for n, p in self._network.named_parameters() if not n.startswith("encoder.")],
                "lr": config["known_head_rate"],
            },
            {"params": list(self._heads.parameters()), "lr": config["head_rate"]},
        ]
        optimizer = torch.optim.AdamW(groups, weight_decay=0.01, fused=True)
        warm = max(1, config["warm_up"] * len(steps))
        schedule = torch.optim.lr_scheduler.LambdaLR(
            optimizer, lambda step: min(1.0, (step + 1) / warm) * max(0.01, 1 - step / len(steps))
        )
        self._network.train()
        self._heads.train()
        history: list[float] = []
        started = time.process_time()
        for number, (kind, batch) in enumerate(steps[: self._config.get("steps")], 1):
            with torch.autocast("cpu", dtype=torch.bfloat16):
                if kind == "events":
                    loss = self._event_loss(batch)
                    history.append(float(loss.detach()))
                else:
                    loss = (
                        sum(losses(self._network, collate(batch, self._classes)).values(), torch.zeros(()))
                        * config["rehearsal_weight"]
                    )
            optimizer.zero_grad()
            loss.backward()
            nn.utils.clip_grad_norm_([*self._network.parameters(), *self._heads.parameters()], 1.0)
            optimizer.step()
            schedule.step()
            if number % LOSS_WINDOW == 0:
                told = {"step": number, "of": len(steps), "events": round(float(np.mean(history[-LOSS_WINDOW:])), 3)}
                print(json.dumps(told | {"cpu_seconds": round(time.process_time() - started)}), flush=True)

    def _window(self, sentence: LabelledSentence, before: int, after: int) -> tuple[Window, int]:
        """The window of a sentence with so many words around it, and the index of its first word there."""
        start, end = max(0, sentence.start - before), min(len(sentence.words), sentence.end + after)
        window = self._cutter.plain(sentence.words[start:end])
        return window, sentence.start - start

    def _event_loss(self, sentences: Sequence[LabelledSentence]) -> Tensor:
        windows, starts = [], []
        alone = self._chance.random() >= CONTEXT_SHARE
        around = [0 if alone else self._chance.randint(0, most) for most in (MOST_BEFORE, MOST_AFTER)]
        for sentence in sentences:
            window, start = self._window(sentence, *around)
            windows.append(window)
            starts.append(start)
        batch = collate(windows, self._classes)
        vectors = self._network.words(batch.pieces, batch.shapes, batch.first, batch.mask).float()
        total = torch.zeros(())
        trigger_x, trigger_y, roles, modalities, pasts = [], [], [], [], []
        for x, sentence, start in zip(vectors, sentences, starts, strict=True):
            words = x[start : start + sentence.end - sentence.start]
            gold = torch.zeros(len(words), dtype=torch.long)
            for event in sentence.events:
                gold[event.trigger - sentence.start] = 1 + event.type
            trigger_x.append(words)
            trigger_y.append(gold)
            for event in sentence.events if sentence.own else ():
                here = words[event.trigger - sentence.start]
                wanted = torch.zeros(len(words), len(ROLES))
                for role, heads in event.roles.items():
                    for head in heads:
                        wanted[head - sentence.start, ROLES.index(role)] = 1
                scores = self._heads.role_scores(here[None], words)[0].float()
                roles.append(functional.binary_cross_entropy_with_logits(scores, wanted, reduction="sum"))
                modalities.append((here, event.realis))
                pasts.append(float(event.historical))
        scores = self._heads.trigger_scores(torch.cat(trigger_x)).float()
        total = total + functional.cross_entropy(scores, torch.cat(trigger_y), label_smoothing=0.02) * 8
        if roles:
            total = total + torch.stack(roles).mean()
            here = torch.stack([vector for vector, _ in modalities])
            realis = torch.tensor([value for _, value in modalities])
            total = total + 0.5 * functional.cross_entropy(self._heads.realis(here).float(), realis)
            past = self._heads.historical(here)[:, 0].float()
            total = total + 0.5 * functional.binary_cross_entropy_with_logits(past, torch.tensor(pasts))
        return total

    @torch.inference_mode()
    def _read(self, sentence: LabelledSentence) -> tuple[np.ndarray, Any, Any, Any]:
        """Probabilities of types at each word; functions from a trigger to roles, realis and history."""
        window, _ = self._window(sentence, 0, 0)
        batch = collate([window], self._classes)
        x = self._network.words(batch.pieces, batch.shapes, batch.first, None)[0].float()
        types = self._heads.trigger_scores(x).softmax(-1).numpy()
        return (
            types,
            self._heads.role_scores(x, x).sigmoid().numpy().__getitem__,
            self._heads.realis(x).argmax(-1).tolist().__getitem__,
            (self._heads.historical(x)[:, 0] > 0).tolist().__getitem__,
        )


def _batches(sentences: Sequence[LabelledSentence], size: int, chance: random.Random) -> list[list[LabelledSentence]]:
    order = list(sentences)
    chance.shuffle(order)
    order = [s for i in range(0, len(order), 40 * size) for s in sorted(order[i : i + 40 * size], key=_length)]
    return [order[start : start + size] for start in range(0, len(order), size)]


def _length(sentence: LabelledSentence) -> int:
    return sentence.end - sentence.start


if __name__ == "__main__":
    main()
