package main

import (
	"fmt"
	"os"
	"strings"
	"testing"
)

func TestPipeIsReadOnce(t *testing.T) {
	t.Parallel()
	model := trained(t)
	const article = "Kenya praised the patient work of Poland.\n"
	for name, c := range map[string]struct{ in, want string }{
		"article":      {article, "Kenya praised the patient work of Poland.,Kenya,explicit,Poland,favor,"},
		"long article": {strings.Repeat("The weather was fine.\n\n", 5000) + article, "Kenya praised the patient work of Poland.,Kenya,explicit,Poland,favor,"},
		"table":        {"id,text,target\nx1," + article[:len(article)-1] + ",Poland\n", "x1,,,Kenya praised the patient work of Poland.,,,Poland,favor,"},
	} {
		t.Run(name, func(t *testing.T) {
			from, to, err := os.Pipe()
			if err != nil {
				t.Fatal(err)
			}
			defer from.Close()
			path := fmt.Sprintf("/dev/fd/%d", from.Fd())
			if _, err := os.Stat(path); err != nil {
				t.Skip("no paths for open files here")
			}
			go func() {
				to.WriteString(c.in)
				to.Close()
			}()
			if r := stanceRun(nil, "label", path, "--model", model); r.code != exitDone || !strings.Contains(r.out, c.want) {
				t.Errorf("exit code %d, %q, %q; want %q", r.code, r.errors, r.out, c.want)
			}
		})
	}
}
