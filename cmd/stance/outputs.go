package main

import (
	"context"
	"os"
	"strings"
	"sync"
)

// outputs keeps the books of the files that a command writes, for the case that it is
// interrupted: what is half written is removed, what is written is named, and nothing
// is put into place any more. The zero value is ready.
type outputs struct {
	mu      sync.Mutex
	half    map[string]bool // temporary files
	written []string        // files in their places
	over    bool
}

// begin records a temporary file.
func (o *outputs) begin(temporary string) {
	o.mu.Lock()
	defer o.mu.Unlock()
	if o.half == nil {
		o.half = make(map[string]bool)
	}
	o.half[temporary] = true
}

// drop removes a temporary file.
func (o *outputs) drop(temporary string) {
	o.mu.Lock()
	defer o.mu.Unlock()
	os.Remove(temporary)
	delete(o.half, temporary)
}

// put moves a temporary file to the place of an output, which is called name in
// messages.
func (o *outputs) put(temporary, place, name string) error {
	o.mu.Lock()
	defer o.mu.Unlock()
	if o.over {
		return context.Canceled
	}
	if err := os.Rename(temporary, place); err != nil {
		return err
	}
	delete(o.half, temporary)
	o.written = append(o.written, name)
	return nil
}

// interrupt ends all writing and says what has been written.
func (o *outputs) interrupt() string {
	o.mu.Lock()
	defer o.mu.Unlock()
	o.over = true
	for temporary := range o.half {
		os.Remove(temporary)
	}
	if len(o.written) == 0 {
		return "interrupted; no output file was changed"
	}
	return "interrupted; written before: " + strings.Join(o.written, ", ") + "; no other output file was changed"
}
