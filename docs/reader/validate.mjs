// Judges package documents by their published schema, with Ajv on Node (npm install ajv@8 in the folder where you run it).
//
//     node docs/reader/validate.mjs FILE...
//
// The schema is chosen by the document's formatVersion. Prints a line for each file, with a JSON pointer for each finding; ends with 1
// where a file is not valid, and with 3 where Ajv is not installed.

import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";

const schemas = new URL("../../src/main/resources/schema/", import.meta.url);

function ajv() {
  try {
    const Ajv = createRequire(join(process.cwd(), "here.js"))("ajv/dist/2020");
    return new (Ajv.default ?? Ajv)({ allErrors: true, strict: false });
  } catch {
    console.error("Ajv is not installed in this folder");
    process.exit(3);
  }
}

const validator = ajv();
const byVersion = new Map();
let wrong = 0;
for (const file of process.argv.slice(2)) {
  const document = JSON.parse(readFileSync(file, "utf8"));
  const version = [2, 3, 4, 5].includes(document?.formatVersion) ? document.formatVersion : 1;
  if (!byVersion.has(version)) {
    const schema = JSON.parse(readFileSync(new URL(`package-${version}.schema.json`, schemas), "utf8"));
    byVersion.set(version, validator.compile(schema));
  }
  const judge = byVersion.get(version);
  if (judge(document)) {
    console.log(`${file}: valid`);
  } else {
    wrong++;
    for (const error of judge.errors) {
      console.log(`${file}: #${error.instancePath}: ${error.message}`);
    }
  }
}
process.exit(wrong ? 1 : 0);
