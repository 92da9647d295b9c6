package main

import (
	"errors"
	"fmt"
	"io/fs"
	"slices"
	"strings"

	"github.com/spf13/pflag"

	"stance"
	"stance/articles"
	"stance/datasets"
)

// partyFlags say which tables of parties a command uses.
type partyFlags struct{ stance.PartyFiles }

func (f *partyFlags) add(l *pflag.FlagSet) {
	l.StringArrayVar(&f.Paths, "parties", nil, "table of parties that extends the shipped one (see stance parties --help)")
	l.BoolVar(&f.Alone, "only-parties", false, "use the tables of --parties instead of the shipped one")
	l.StringSliceVar(&f.Without, "without", nil, "leave aliases of these kinds out: "+strings.Join(articles.PartyKinds(), ", "))
}

// uses names the files for messages.
func (f *partyFlags) uses() []fileUse { return uses("--parties", f.Paths...) }

// parties returns the gazetteer that the flags ask for; nil is the shipped one.
func (f *partyFlags) parties() (*articles.Gazetteer, error) {
	if f.IsShipped() {
		return nil, nil
	}
	if f.Alone && len(f.Paths) == 0 {
		return nil, usagef("--only-parties: no table is named; add --parties FILE")
	}
	for _, k := range f.Without {
		if !slices.Contains(articles.PartyKinds(), k) {
			return nil, usagef("--without: %q is none of %s", k, strings.Join(articles.PartyKinds(), ", "))
		}
	}
	g, err := f.Gazetteer()
	return g, fileError(err)
}

// annotate fills in the mentions and flags of examples by the table that the flags ask
// for, and returns it; nil is the shipped one.
func (f *partyFlags) annotate(examples []datasets.Example) (*articles.Gazetteer, error) {
	parties, err := f.parties()
	if err != nil {
		return nil, err
	}
	return parties, stance.AnnotateWith(examples, parties)
}

// inSignature names the table that the flags ask for in a signature; nothing for the
// shipped one.
func (f *partyFlags) inSignature(parties *articles.Gazetteer) string {
	if f.IsShipped() {
		return ""
	}
	return fmt.Sprintf(" | parties sha256:%.8s", parties.Hash())
}

// fileError names the file that cannot be read.
func fileError(err error) error {
	var file *fs.PathError
	if errors.As(err, &file) {
		return unreadable(file.Path, err)
	}
	return err
}

// openModelWith opens a model with the table of parties that the flags ask for, and
// says if the model was trained with another one.
func (p *program) openModelWith(path string, f partyFlags) (*stance.Model, error) {
	parties, err := f.parties()
	if err != nil {
		return nil, err
	}
	m, err := openModelFor(path, parties)
	if err == nil && parties != nil && m.OtherParties() {
		p.say("the model was trained with another table of parties; it labels the new ones as well, but its scores were measured without them")
	}
	return m, err
}
