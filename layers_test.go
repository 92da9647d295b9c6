package stance_test

import (
	"encoding/json"
	"errors"
	"fmt"
	"go/parser"
	"go/token"
	"io"
	"maps"
	"os/exec"
	"path"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"testing"
)

// module is the path of this module: what stands before it is ours.
const module = "stance"

// arrows holds, for every package, the packages of this module that its files may
// import. Siblings (articles, classifier, reports) are strangers, nouns stand at
// the bottom. Test files may import more.
var arrows = map[string][]string{
	"internal/text":    {},
	"datasets":         {"internal/text"},
	"articles":         {"datasets", "internal/text"},
	"articles/formats": {"datasets"},
	"features":         {"datasets", "internal/text"},
	"classifier":       {"datasets", "features"},
	"reports":          {"datasets", "reports/plot"},
	"reports/plot":     {},
	".":                {"articles", "classifier", "datasets"},
	"cmd/stance":       {".", "articles", "articles/formats", "classifier", "datasets", "features", "internal/text", "reports"},
}

// doors holds, for every foreign library, the files that may import it.
var doors = map[string][]string{
	"github.com/sjwhitworth/golearn":      {"classifier/golearn*.go"},
	"github.com/olekukonko/tablewriter":   {"reports/table.go"},
	"github.com/blevesearch/snowballstem": {"features/stem.go"},
	"golang.org/x/text":                   {"datasets/encoding.go"},
	"golang.org/x/net":                    {"articles/formats/html*.go", "articles/formats/readable.go"},
	"codeberg.org/readeck/go-readability": {"articles/formats/readable.go"},
	"github.com/mmcdole/gofeed":           {"articles/formats/feed.go"},
	"github.com/spf13/cobra":              {"cmd/stance/*.go"},
	"github.com/spf13/pflag":              {"cmd/stance/*.go"},
	"github.com/mattn/go-isatty":          {"cmd/stance/*.go"},
}

// An arrow is one import: file, in the package of folder from, imports to.
type arrow struct{ from, file, to string }

func TestImportsFollowTheTable(t *testing.T) {
	for _, a := range allArrows(t) {
		if err := a.check(); err != nil {
			t.Error(err)
		}
	}
}

func TestTableNamesOnlyWhatExists(t *testing.T) {
	found := make(map[string]bool)
	for _, p := range packages(t) {
		found[p.folder()] = true
	}
	for _, folder := range slices.Sorted(maps.Keys(arrows)) {
		for _, to := range append(arrows[folder], folder) {
			if !found[to] {
				t.Errorf("layers_test.go: the table names %s in the row of %s, but there is no such package; remove it", to, folder)
			}
		}
	}
}

func TestForbiddenArrowsAreNamed(t *testing.T) {
	check := func(a arrow, want string) {
		t.Helper()
		got := ""
		if err := a.check(); err != nil {
			got = err.Error()
		}
		if got != want {
			t.Errorf("check(%v):\n got %q\nwant %q", a, got, want)
		}
	}
	check(arrow{"reports", "score.go", "stance/datasets"}, "")
	check(arrow{"reports", "score.go", "slices"}, "")
	check(arrow{"reports", "table.go", "github.com/olekukonko/tablewriter"}, "")
	check(arrow{"classifier", "golearn_grid.go", "github.com/sjwhitworth/golearn/base"}, "")
	check(arrow{"reports", "score.go", "stance/classifier"},
		"reports/score.go: forbidden arrow reports -> classifier; reports may import datasets, reports/plot")
	check(arrow{"internal/text", "token.go", "stance/datasets"},
		"internal/text/token.go: forbidden arrow internal/text -> datasets; internal/text may import nothing of ours")
	check(arrow{"datasets", "folds.go", "stance"},
		"datasets/folds.go: forbidden arrow datasets -> .; datasets may import internal/text")
	check(arrow{"server", "http.go", "stance"},
		"server/http.go: package server is not in the table; add it to arrows")
	check(arrow{"classifier", "svm.go", "github.com/sjwhitworth/golearn/base"},
		"classifier/svm.go: forbidden arrow classifier -> github.com/sjwhitworth/golearn/base; only classifier/golearn*.go may import it")
	check(arrow{"reports", "score.go", "gonum.org/v1/gonum/stat"},
		"reports/score.go: forbidden arrow reports -> gonum.org/v1/gonum/stat; the library is not in the table: add it to doors")
}

// check returns an error that names the arrow if the tables forbid it.
func (a arrow) check() error {
	at := path.Join(a.from, a.file)
	allowed, known := arrows[a.from]
	to, ours := ourFolder(a.to)
	switch {
	case !known:
		return fmt.Errorf("%s: package %s is not in the table; add it to arrows", at, a.from)
	case ours && !slices.Contains(allowed, to):
		return fmt.Errorf("%s: forbidden arrow %s -> %s; %s may import %s", at, a.from, to, a.from, listed(allowed))
	case ours || !foreign(a.to):
		return nil
	}
	if may := door(a.to); !mayPass(at, may) {
		remedy := "the library is not in the table: add it to doors"
		if may != nil {
			remedy = "only " + strings.Join(may, " and ") + " may import it"
		}
		return fmt.Errorf("%s: forbidden arrow %s -> %s; %s", at, a.from, a.to, remedy)
	}
	return nil
}

// ourFolder returns the folder of an import path of this module; "." is the root.
func ourFolder(importPath string) (string, bool) {
	if importPath == module {
		return ".", true
	}
	return strings.CutPrefix(importPath, module+"/")
}

// foreign reports whether the path is outside the standard library: its first
// element has a dot.
func foreign(importPath string) bool {
	first, _, _ := strings.Cut(importPath, "/")
	return strings.Contains(first, ".")
}

// door returns the files that may import the library of the path, nil if unknown.
func door(importPath string) []string {
	for library, files := range doors {
		if importPath == library || strings.HasPrefix(importPath, library+"/") {
			return files
		}
	}
	return nil
}

func mayPass(file string, patterns []string) bool {
	return slices.ContainsFunc(patterns, func(pattern string) bool {
		matched, err := path.Match(pattern, file)
		return err == nil && matched
	})
}

func listed(folders []string) string {
	if len(folders) == 0 {
		return "nothing of ours"
	}
	return strings.Join(folders, ", ")
}

// A listing is what go list tells of a package.
type listing struct {
	ImportPath, Dir string
	GoFiles         []string // without tests and files of other systems
}

func (l listing) folder() string {
	folder, _ := ourFolder(l.ImportPath)
	return folder
}

// packages returns the packages of the module, ascending by path.
func packages(t *testing.T) []listing {
	t.Helper()
	command, err := exec.LookPath("go")
	if err != nil {
		t.Skip("the go command is not in the path: the import table is not checked")
	}
	// -e: a package that does not compile still has imports.
	out, err := exec.Command(command, "list", "-e", "-json=ImportPath,Dir,GoFiles", "./...").Output()
	if err != nil {
		t.Fatalf("go list: %v", err)
	}
	var all []listing
	for d := json.NewDecoder(strings.NewReader(string(out))); ; {
		var l listing
		if err := d.Decode(&l); errors.Is(err, io.EOF) {
			return all
		} else if err != nil {
			t.Fatalf("go list: %v", err)
		}
		all = append(all, l)
	}
}

// allArrows returns the imports of all files but tests, in order of packages and files.
func allArrows(t *testing.T) []arrow {
	t.Helper()
	var all []arrow
	for _, l := range packages(t) {
		for _, name := range l.GoFiles {
			file, err := parser.ParseFile(token.NewFileSet(), filepath.Join(l.Dir, name), nil, parser.ImportsOnly)
			if err != nil {
				t.Fatal(err)
			}
			for _, spec := range file.Imports {
				to, err := strconv.Unquote(spec.Path.Value)
				if err != nil {
					t.Fatal(err)
				}
				all = append(all, arrow{l.folder(), name, to})
			}
		}
	}
	return all
}
