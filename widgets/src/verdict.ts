/** The verdict sheet: the advice and its reason, with what was believed and what the days say clearly apart. */

import { sheet, type View } from "./lib/door.ts";
import { html, list, set, show, write } from "./lib/mark.ts";
import { percent, plain } from "./lib/number.ts";
import { table } from "./lib/table.ts";
import { followWidth } from "./lib/width.ts";
import { box, legend } from "./verdict/box.ts";
import { CSS } from "./verdict/style.ts";

export interface Belief {
  readonly arm: string;
  readonly p_benefit: number;
  readonly p_worthwhile: number;
}

export interface Finding extends Belief {
  readonly mean: number;
  readonly low: number;
  readonly high: number;
  readonly p_harm: number;
  readonly p_rope: number;
}

export interface VerdictProps {
  readonly advice: string;
  readonly headline: string;
  readonly reason: string;
  readonly hypothesis: { readonly text: string; readonly numbers: readonly Belief[] };
  readonly evidence: { readonly text: string; readonly numbers: readonly Finding[] };
  readonly engine: string;
  readonly stale: boolean;
  readonly checks: readonly string[];
  readonly watermark: string;
  readonly unit?: string;
}

export type VerdictPart = Readonly<Record<string, never>>;

const ENGINES: ReadonlyMap<string, string> = new Map([
  ["exact", "Exact engine"],
  ["sampled", "Sampled fit"],
]);

export const view: View<VerdictProps, VerdictPart> = (el, _tell, signal) => {
  const watermark = html("p", { class: "nof1-watermark", "data-watermark": "" });
  const headline = html("h2", { "data-headline": "", dir: "auto" });
  const reason = html("p", { class: "nof1-reason", "data-reason": "", dir: "auto" });
  const engine = html("span", { class: "nof1-chip", "data-engine": "" });
  const stale = html(
    "span",
    { class: "nof1-chip", "data-tone": "warn", "data-stale": "" },
    "Out of date: a newer result is on its way",
  );
  const banner = html(
    "div",
    { class: "nof1-banner", role: "status" },
    headline,
    reason,
    html("div", { class: "nof1-row" }, engine, stale),
  );
  const checks = html("ul", { class: "nof1-checks nof1-small", "data-checks": "" });
  const hypothesis = box("hypothesis", "Hypothesis", "What the model and you believed before");
  const evidence = box("evidence", "Evidence", "What this person's days say");
  const key = legend();
  const numbers = table(
    "The verdict in numbers",
    [
      "Arm",
      "",
      "Better",
      "Worthwhile",
      "Clearly worse",
      "Too small to matter",
      "Effect",
      "95% from",
      "95% to",
    ],
    (i) => i > 1,
  );
  el.append(
    watermark,
    banner,
    html("div", { class: "nof1-boxes" }, hypothesis.node, evidence.node),
    key,
    checks,
    numbers.node,
  );
  followWidth(el, () => {}, signal);
  const drawChecks = list<string>(
    checks,
    (_, i) => String(i),
    () => {
      const node = html("li", { dir: "auto" });
      return { node, draw: (text) => void write(node, text) };
    },
  );

  return (props) => {
    write(watermark, props.watermark);
    show(watermark, props.watermark !== "");
    set(banner, { "data-advice": props.advice });
    write(headline, props.headline);
    write(reason, props.reason);
    write(engine, ENGINES.get(props.engine) ?? props.engine);
    show(engine, props.engine !== "");
    show(stale, props.stale);
    drawChecks(props.checks);
    show(checks, props.checks.length > 0);
    hypothesis.draw(props.hypothesis.text, props.hypothesis.numbers, props.unit ?? "");
    evidence.draw(props.evidence.text, props.evidence.numbers, props.unit ?? "");
    const rows = tableRows(props);
    numbers.draw(rows);
    show(numbers.node, rows.length > 0);
    show(key, rows.length > 0);
  };
};

function tableRows({ hypothesis, evidence }: VerdictProps): string[][] {
  return [
    ...hypothesis.numbers.map((n) => [
      n.arm,
      "before",
      percent(n.p_benefit),
      percent(n.p_worthwhile),
      "",
      "",
      "",
      "",
      "",
    ]),
    ...evidence.numbers.map((n) => [
      n.arm,
      "now",
      ...[n.p_benefit, n.p_worthwhile, n.p_harm, n.p_rope].map((p) => percent(p)),
      ...[n.mean, n.low, n.high].map((x) => plain(x)),
    ]),
  ];
}

export default sheet("verdict", CSS, view);
