// Bundles every sheet into nof1_lab/views/static; with --fresh it only proves that the committed bundles are up to date.
import { mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { build } from "esbuild";

const here = dirname(fileURLToPath(import.meta.url));
const home = join(here, "..", "nof1_lab", "views", "static");
const sheets = [
  "ask",
  "candidate",
  "diary",
  "engine",
  "inbox",
  "patience",
  "prior",
  "schedule",
  "strip",
  "verdict",
];

const bundle = (folder) =>
  build({
    absWorkingDir: here,
    entryPoints: sheets.map((sheet) => `src/${sheet}.ts`),
    outdir: folder,
    bundle: true,
    format: "esm",
    target: "es2022",
    charset: "utf8",
    minify: false,
    sourcemap: false,
    legalComments: "none",
    logLevel: "warning",
  });

const differing = (folder) =>
  sheets
    .map((sheet) => `${sheet}.js`)
    .filter((file) => {
      try {
        return !readFileSync(join(folder, file)).equals(readFileSync(join(home, file)));
      } catch {
        return true;
      }
    });

const strangers = () =>
  readdirSync(home).filter((file) => file.endsWith(".js") && !sheets.includes(file.slice(0, -3)));

if (process.argv.includes("--fresh")) {
  const folder = mkdtempSync(join(tmpdir(), "sheets-"));
  try {
    await bundle(folder);
    const stale = [...differing(folder), ...strangers()];
    if (stale.length > 0) {
      process.stderr.write(
        `Not what the source builds: ${stale.join(", ")}. Run "npm run build" and commit the bundles.\n`,
      );
      process.exitCode = 1;
    }
  } finally {
    rmSync(folder, { recursive: true });
  }
} else {
  await bundle(home);
}
