"""Random-effects meta-analysis: one estimate from several trials, and how far they disagree.

`python -m components.analysis.pooling FILE.csv --measure RR` pools a file of trials.
"""

import argparse
import csv
import json
import sys
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from math import sqrt
from pathlib import Path
from typing import Any, Literal

import numpy as np
from numpy.typing import NDArray

from components.analysis.effects import (
    LEVEL,
    MEASURES,
    Estimate,
    Measure,
    TrialEffect,
    effect_of_counts,
    effect_of_means,
)

Numbers = NDArray[np.float64]
Method = Literal["REML", "PM", "DL"]
IntervalKind = Literal["hksj", "wald", "wider"]
FEWEST_FOR_PREDICTION = 3


@dataclass(frozen=True)
class Pooled:
    """What several trials say together, on the pooling scale; `shown` turns a value into what a reader sees."""

    measure: Measure
    method: Method
    overall: Estimate
    prediction: tuple[float, float] | None
    common: Estimate
    tau2: float
    i2: float
    q: float
    q_p: float
    weights: tuple[float, ...]

    @property
    def k(self) -> int:
        """How many trials are in it."""
        return len(self.weights)


def tau2_reml(y: Numbers, v: Numbers) -> float:
    """Return the between-trial variance by restricted maximum likelihood.

    The score equation is solved from 0 upwards (Viechtbauer W. J Educ Behav Stat 2005;30:261-93).
    """
    from scipy.optimize import brentq

    def score(tau2: float) -> float:
        w = 1 / (v + tau2)
        mean = (w * y).sum() / w.sum()
        return float((w**2 * (y - mean) ** 2).sum() - w.sum() + (w**2).sum() / w.sum())

    if score(0.0) <= 0:
        return 0.0
    high = float(np.var(y)) + float(v.max()) + 1e-12
    while score(high) > 0:
        high *= 2
    return float(brentq(score, 0.0, high, xtol=1e-14))


def tau2_pm(y: Numbers, v: Numbers) -> float:
    """Return it by Paule and Mandel's iteration (J Res Natl Bur Stand 1982;87:377-85)."""
    from statsmodels.stats.meta_analysis import combine_effects

    return max(0.0, float(combine_effects(y, v, method_re="pm", atol=1e-10, maxiter=500).tau2))


def tau2_dl(y: Numbers, v: Numbers) -> float:
    """Return it by DerSimonian and Laird's moments (Control Clin Trials 1986;7:177-88)."""
    w = 1 / v
    mean = (w * y).sum() / w.sum()
    q = (w * (y - mean) ** 2).sum()
    return max(0.0, float((q - (len(y) - 1)) / (w.sum() - (w**2).sum() / w.sum())))


TAU2: Mapping[str, Callable[[Numbers, Numbers], float]] = {"REML": tau2_reml, "PM": tau2_pm, "DL": tau2_dl}


def pooled(
    effects: Sequence[TrialEffect],
    measure: Measure,
    method: Method = "REML",
    interval: IntervalKind = "hksj",
) -> Pooled:
    """Return the random-effects estimate with its interval, prediction interval and heterogeneity.

    `hksj`: Hartung and Knapp's interval (Stat Med 2001;20:3875-89), on t with k − 1 degrees of freedom. `wald`: on
    the normal distribution. `wider`: the wider of the two, since Hartung and Knapp's can be too short where few
    trials happen to agree (Jackson D, et al. Stat Med 2017;36:3923-34). The prediction interval uses the
    distribution and the standard error of the interval. I² is τ² over τ² plus the typical within-trial variance
    (Higgins JPT, Thompson SG. Stat Med 2002;21:1539-58). Raises ValueError without trials.
    """
    from scipy import stats

    if not effects:
        raise ValueError("there are no trials to pool")
    y = np.array([effect.estimate for effect in effects])
    v = np.array([effect.variance for effect in effects])
    k = len(y)
    z = float(stats.norm.ppf((1 + LEVEL) / 2))
    common, common_se, _ = _weighted(y, v)
    q = float(((y - common) ** 2 / v).sum())
    tau2 = TAU2[method](y, v) if k > 1 else 0.0
    mean, se, w = _weighted(y, v + tau2)
    critical = z
    if k > 1 and interval != "wald":
        t = float(stats.t.ppf((1 + LEVEL) / 2, k - 1))
        hksj_se = sqrt(float((w * (y - mean) ** 2).sum()) / (k - 1) / float(w.sum()))
        if interval == "hksj" or t * hksj_se > z * se:
            se, critical = hksj_se, t
    half = critical * se
    spread = critical * sqrt(tau2 + se**2)
    typical = (k - 1) * float((1 / v).sum()) / float((1 / v).sum() ** 2 - (1 / v**2).sum()) if k > 1 else 0.0
    return Pooled(
        measure=measure,
        method=method,
        overall=Estimate(mean, mean - half, mean + half),
        prediction=(mean - spread, mean + spread) if k >= FEWEST_FOR_PREDICTION else None,
        common=Estimate(common, common - z * common_se, common + z * common_se),
        tau2=tau2,
        i2=100 * tau2 / (tau2 + typical) if k > 1 else 0.0,
        q=q,
        q_p=float(stats.chi2.sf(q, k - 1)) if k > 1 else 1.0,
        weights=tuple(float(share) for share in w / w.sum()),
    )


def _weighted(y: Numbers, v: Numbers) -> tuple[float, float, Numbers]:
    w = 1 / v
    return float((w * y).sum() / w.sum()), float(1 / sqrt(w.sum())), w


def effects_in(rows: Iterable[Mapping[str, str]], measure: Measure) -> tuple[list[TrialEffect], list[str]]:
    """Return the effects of a table's rows, and the names of trials that say nothing on a ratio.

    Raises ValueError naming the row and the column that cannot be read.
    """
    effects: list[TrialEffect] = []
    uninformative: list[str] = []
    for number, row in enumerate(rows, start=2):
        label = row.get("study") or f"row {number}"
        try:
            effect = _effect_in(row, label, measure)
        except KeyError as error:
            raise ValueError(f"row {number}: the column {error} is missing") from error
        except (TypeError, ValueError) as error:
            raise ValueError(f"row {number}: {error}") from error
        if effect:
            effects.append(effect)
        else:
            uninformative.append(label)
    return effects, uninformative


def _effect_in(row: Mapping[str, str], label: str, measure: Measure) -> TrialEffect | None:
    people = int(row["n_1"]), int(row["n_2"])
    if measure.needs == "counts":
        return effect_of_counts(label, measure.name, int(row["events_1"]), people[0], int(row["events_2"]), people[1])
    return effect_of_means(
        label,
        measure.name,
        float(row["mean_1"]),
        float(row["sd_1"]),
        people[0],
        float(row["mean_2"]),
        float(row["sd_2"]),
        people[1],
    )


def as_json(found: Pooled, effects: Sequence[TrialEffect], uninformative: Sequence[str]) -> dict[str, Any]:
    """Return a result as plain values on the scale a reader sees; τ² stays on the pooling scale."""
    shown = found.measure.shown
    low, high = found.prediction or (None, None)
    return {
        "measure": found.measure.name,
        "method": found.method,
        "k": found.k,
        "estimate": shown(found.overall.value),
        "low": shown(found.overall.low),
        "high": shown(found.overall.high),
        "prediction_low": None if low is None else shown(low),
        "prediction_high": None if high is None else shown(high),
        "tau2": found.tau2,
        "i2": found.i2,
        "q": found.q,
        "q_p": found.q_p,
        "common": {
            "estimate": shown(found.common.value),
            "low": shown(found.common.low),
            "high": shown(found.common.high),
        },
        "weights": {effect.label: weight for effect, weight in zip(effects, found.weights, strict=True)},
        "left_out": list(uninformative),
    }


def _text(result: Mapping[str, Any]) -> str:
    lines = [
        f"{result['measure']} {result['estimate']:.4f} (95% interval {result['low']:.4f} to {result['high']:.4f})",
        f"k = {result['k']}, τ² = {result['tau2']:.4f} ({result['method']}), "
        f"I² = {result['i2']:.1f}%, Q = {result['q']:.3f}",
    ]
    if result["prediction_low"] is not None:
        lines.insert(1, f"prediction interval {result['prediction_low']:.4f} to {result['prediction_high']:.4f}")
    lines += [f"{100 * weight:5.1f}%  {label}" for label, weight in result["weights"].items()]
    lines += [f"   –    {label}: no events, or only events, in both groups" for label in result["left_out"]]
    return "\n".join(lines)


def main(arguments: list[str] | None = None) -> int:
    """Pool a CSV file of trials and print the result; return the exit status."""
    parser = argparse.ArgumentParser(
        prog="python -m components.analysis.pooling",
        description="Columns: study, events_1, n_1, events_2, n_2; or study, mean_1, sd_1, n_1, mean_2, sd_2, n_2.",
    )
    parser.add_argument("file", type=Path)
    parser.add_argument("--measure", choices=list(MEASURES), required=True)
    parser.add_argument("--method", choices=list(TAU2), default="REML", help="estimator of τ² (default: REML)")
    parser.add_argument("--no-hksj", action="store_true", help="interval on the normal distribution")
    parser.add_argument("--json", action="store_true")
    options = parser.parse_args(arguments)
    measure = MEASURES[options.measure]
    try:
        with options.file.open(encoding="utf-8-sig", newline="") as file:
            effects, uninformative = effects_in(csv.DictReader(file), measure)
        found = pooled(effects, measure, options.method, "wald" if options.no_hksj else "hksj")
    except (OSError, UnicodeDecodeError, ValueError) as error:
        print(f"{options.file}: {error}", file=sys.stderr)
        return 1
    result = as_json(found, effects, uninformative)
    print(json.dumps(result, indent=2, ensure_ascii=False) if options.json else _text(result))
    return 0


if __name__ == "__main__":
    sys.exit(main())
