package main

import (
	"fmt"
	"strings"
	"time"
)

// A clock adds up how long the steps of a command take.
type clock struct {
	names []string
	took  map[string]time.Duration
	last  time.Time
}

func newClock() *clock { return &clock{took: make(map[string]time.Duration), last: time.Now()} }

func (c *clock) start() { c.last = time.Now() }

func (c *clock) lap(step string) {
	c.add(step, time.Since(c.last))
	c.start()
}

func (c *clock) add(step string, took time.Duration) {
	if _, ok := c.took[step]; !ok {
		c.names = append(c.names, step)
	}
	c.took[step] += took
}

func (c *clock) String() string {
	parts := make([]string, len(c.names))
	for i, n := range c.names {
		parts[i] = fmt.Sprintf("%s %.3f s", n, c.took[n].Seconds())
	}
	return "timings: " + strings.Join(parts, ", ")
}
