package stance

import (
	"errors"
	"fmt"
	"os"

	"stance/articles"
	"stance/datasets"
)

// PartyFiles say which tables of parties to use. The zero value is the shipped one.
type PartyFiles struct {
	Paths   []string // tables that extend the shipped one, each those before it
	Alone   bool     // without the shipped table
	Without []string // kinds of aliases left out, see articles.PartyKinds
}

// IsShipped reports whether the files make the shipped table.
func (f PartyFiles) IsShipped() bool { return len(f.Paths) == 0 && !f.Alone && len(f.Without) == 0 }

// A refusedTable is a table of parties that cannot be used.
type refusedTable struct{ error }

func (e refusedTable) Unwrap() []error { return []error{e.error, datasets.ErrRefused} }

// refused says that a table cannot be used, unless the error is that of a file.
func refused(err error) error {
	if err == nil || errors.Is(err, datasets.ErrRefused) {
		return err
	}
	return refusedTable{err}
}

// Table reads the tables and joins them.
func (f PartyFiles) Table() (*articles.PartyTable, error) {
	table := &articles.PartyTable{}
	if !f.Alone {
		var err error
		if table, err = articles.ShippedParties(); err != nil {
			return nil, err
		}
	}
	for _, path := range f.Paths {
		more, err := ReadPartyFile(path)
		if err != nil {
			return nil, err
		}
		table = table.Extend(more)
	}
	return table.Without(f.Without...)
}

// Gazetteer reads the tables and returns their gazetteer.
func (f PartyFiles) Gazetteer() (*articles.Gazetteer, error) {
	if f.IsShipped() {
		return articles.DefaultGazetteer()
	}
	table, err := f.Table()
	if err != nil {
		return nil, err
	}
	if len(table.Rows()) == 0 {
		return nil, refused(fmt.Errorf("stance: the table of parties is empty; name a file with rows"))
	}
	g, err := table.Gazetteer()
	return g, refused(err)
}

// ReadPartyFile reads one table of parties from a file.
func ReadPartyFile(path string) (*articles.PartyTable, error) {
	in, err := os.Open(path)
	if err != nil {
		return nil, err
	}
	defer in.Close()
	t, err := articles.ReadPartyTable(path, in)
	return t, refused(err)
}
