"""Makes the files of this folder from html5lib's test data.

    pip download --no-deps --no-binary :all: html5lib==1.1
    python3 extract.py html5lib-1.1.tar.gz
"""

import json
import sys
import tarfile
from pathlib import Path

HERE = Path(__file__).parent
DATA = "html5lib-1.1/html5lib/tests/testdata/"


def tree_inputs(text):
    """The inputs of a file of the tree construction's tests."""
    for test in ("\n" + text).split("\n#data\n")[1:]:
        end = 0 if test.startswith("#errors\n") else test.index("\n#errors")
        yield test[:end]


def unescaped(value):
    if isinstance(value, str):
        return json.loads('"' + value.replace('"', '\\"') + '"')
    if isinstance(value, list):
        return [unescaped(part) for part in value]
    if isinstance(value, dict):
        return {unescaped(name): unescaped(part) for name, part in value.items()}
    return value


def has_surrogates(value):
    return any("\ud800" <= c <= "\udfff" for c in value)


def main():
    tree, tokens, names = {}, {}, {}
    with tarfile.open(sys.argv[1]) as archive:
        for member in sorted(archive.getmembers(), key=lambda member: member.name):
            if not member.name.startswith(DATA):
                continue
            name = member.name.removeprefix(DATA)
            if name.startswith("tree-construction/") and name.endswith(".dat"):
                text = archive.extractfile(member).read().decode("utf-8", "surrogatepass")
                for number, source in enumerate(tree_inputs(text), 1):
                    if not has_surrogates(source):
                        file = name.removeprefix("tree-construction/").removesuffix(".dat")
                        tree.setdefault(source, f"{file} {number}")
            elif name.startswith("tokenizer/") and name.endswith(".test"):
                for test in json.load(archive.extractfile(member)).get("tests", []):
                    if "Data state" not in test.get("initialStates", ["Data state"]):
                        continue
                    if test.get("doubleEscaped"):
                        test = {**test, "input": unescaped(test["input"]), "output": unescaped(test["output"])}
                    seen = [t for t in test["output"] if t[0] in ("StartTag", "EndTag", "Character")]
                    if has_surrogates(test["input"]):
                        continue
                    if name.endswith("namedEntities.test"):
                        if test["description"].startswith("Named entity"):
                            names[test["input"]] = seen[0][1]
                    else:
                        tokens.setdefault(test["input"], seen)

    def write(file, lines):
        lines = [json.dumps(line, ensure_ascii=True, separators=(",", ":")) for line in lines]
        (HERE / file).write_text("[\n" + ",\n".join(lines) + "\n]\n", "utf-8")

    write("tree.json", [[name, source] for source, name in tree.items()])
    write("tokens.json", [[source, seen] for source, seen in tokens.items()])
    write("names.json", [[source, seen] for source, seen in names.items()])


main()
