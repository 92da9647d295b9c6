package main

import (
	"bytes"
	"fmt"
	"hash/crc32"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"testing"

	"stance/features"
)

// refusedModel labels with the bytes of a model file and demands that it is refused,
// with a message that contains want.
func refusedModel(t *testing.T, what string, data []byte, want string) {
	t.Helper()
	path := filepath.Join(t.TempDir(), "bad.stance")
	if err := os.WriteFile(path, data, 0o644); err != nil {
		t.Fatal(err)
	}
	r := stanceRun(strings.NewReader(manyRows(1)), "label", "-", "--model", path)
	if r.code != exitRefused || !strings.Contains(r.errors, want) || r.out != "" {
		t.Errorf("%s: exit code %d, message %q, %d bytes of output; want %d, %q, none", what, r.code, r.errors, len(r.out), exitRefused, want)
	}
}

func TestDamagedModelIsRefused(t *testing.T) {
	t.Parallel()
	model, err := os.ReadFile(trained(t, "--features", "words"))
	if err != nil {
		t.Fatal(err)
	}
	const remedy = "not a sound model file: "
	step := max(1, len(model)/40)
	for n := 0; n < len(model); n += step {
		refusedModel(t, fmt.Sprintf("cut off at %d of %d bytes", n, len(model)), model[:n], remedy)
	}
	for n := len("stance model 2\n"); n < len(model); n += step {
		flipped := slices.Clone(model)
		flipped[n] ^= 1
		refusedModel(t, fmt.Sprintf("bit flipped at %d of %d bytes", n, len(model)), flipped, remedy)
	}
	refusedModel(t, "bytes behind the end", append(slices.Clone(model), "more"...), remedy)
	refusedModel(t, "another format", bytes.Replace(model, []byte("stance model 2"), []byte("stance model 9"), 1), "model of another version: ")
}

// withHeader returns the model file with its header changed and its checksum right.
func withHeader(t *testing.T, model []byte, change func(header []byte) []byte) []byte {
	t.Helper()
	parts := bytes.SplitN(model, []byte("\n"), 3)
	length, _, _ := strings.Cut(string(parts[1]), " ")
	n, err := strconv.Atoi(length)
	if err != nil {
		t.Fatal(err)
	}
	header := change(parts[2][:n])
	sum := crc32.Checksum(header, crc32.MakeTable(crc32.Castagnoli))
	lead := fmt.Sprintf("%s\n%d %08x\n", parts[0], len(header), sum)
	return slices.Concat([]byte(lead), header, parts[2][n:])
}

func TestModelOfAnotherVersionIsRefused(t *testing.T) {
	t.Parallel()
	model, err := os.ReadFile(trained(t, "--features", "words"))
	if err != nil {
		t.Fatal(err)
	}
	change := func(pattern, replacement string) []byte {
		t.Helper()
		changed := withHeader(t, model, func(h []byte) []byte { return regexp.MustCompile(pattern).ReplaceAll(h, []byte(replacement)) })
		if bytes.Equal(changed, model) {
			t.Fatalf("the header has no %s", pattern)
		}
		return changed
	}
	const remedy = "; train it again with this version"
	newer := features.Version + 1
	refusedModel(t, "feature version", change(`"features": \d+`, fmt.Sprintf(`"features": %d`, newer)),
		fmt.Sprintf("bad.stance: model of another version: it was trained with another feature version (%d, this is %d)%s", newer, features.Version, remedy))
	refusedModel(t, "lexicon", change(`"lexicon": "[0-9a-f]+"`, `"lexicon": "00"`),
		"bad.stance: model of another version: it was trained with another lexicon"+remedy)
	refusedModel(t, "parties", change(`"parties": "[0-9a-f]+"`, `"parties": "00"`),
		"bad.stance: model of another version: it was trained with another table of parties"+remedy)
}

func TestModelHeaderCarriesItsProvenance(t *testing.T) {
	t.Parallel()
	model, err := os.ReadFile(trained(t, "--seed", "7"))
	if err != nil {
		t.Fatal(err)
	}
	var header []byte
	withHeader(t, model, func(h []byte) []byte { header = h; return h })
	for _, want := range []string{
		`"features": ` + strconv.Itoa(features.Version), `"lexicon": "` + features.LexiconHash() + `"`, `"parties": "`,
		`"seed": 7`, `"name": "labels.csv"`, `"sha256": "`, `"rows": 36`, `"task": "stance"`, `"favor",`, `"positive",`, `"scores"`,
	} {
		if !bytes.Contains(header, []byte(want)) {
			t.Errorf("the header has no %s", want)
		}
	}
}
