package main

import (
	"context"
	"errors"
	"fmt"
	"regexp"
	"strings"

	"github.com/spf13/cobra"

	"stance"
	"stance/classifier"
	"stance/datasets"
)

// Exit codes. Scripts depend on them.
const (
	exitDone        = 0
	exitFailure     = 1
	exitUsage       = 2
	exitRefused     = 3
	exitGate        = 4
	exitSkipped     = 5
	exitInterrupted = 130
)

// errSkipped says that all was done but some input was left out.
var errSkipped = errors.New("finished, but some input could not be used")

// errGate says that all was done but a number is worse than the command line allows.
var errGate = errors.New("quality gate missed")

// A usageError is a mistake in the command line.
type usageError struct{ error }

func usage(err error) error { return usageError{err} }

func usagef(format string, args ...any) error { return usageError{fmt.Errorf(format, args...)} }

// knownCommand refuses what is left of the command line when it names no command.
func knownCommand(c *cobra.Command, args []string) error {
	if len(args) == 0 {
		return nil
	}
	near := c.SuggestionsFor(args[0])
	if len(near) == 0 {
		return usagef("unknown command %q for %q", args[0], c.CommandPath())
	}
	return usagef("unknown command %q for %q; did you mean %s?", args[0], c.CommandPath(), strings.Join(near, " or "))
}

// inner is the name of a package before its message: of no use at the command line.
var inner = regexp.MustCompile(`^((stance|datasets|classifier|reports|articles|features): )+`)

// badValue is how a value that a flag cannot take is reported.
var badValue = regexp.MustCompile(`(?s)^invalid argument (".*") for "(?:-\w, )?--(\S+)" flag: `)

// badFlag says what is wrong with a flag, as a person would.
func badFlag(c *cobra.Command, err error) error {
	m := badValue.FindStringSubmatch(err.Error())
	if m == nil {
		return usage(err)
	}
	wants := "a " + c.Flags().Lookup(m[2]).Value.Type()
	switch wants {
	case "a int":
		wants = "a whole number"
	case "a uint64":
		wants = "a whole number from 0 on"
	case "a bool":
		wants = "true or false"
	}
	return usagef("--%s: %s is not %s", m[2], m[1], wants)
}

// exit prints the error of the command at a path, if any, and returns its exit code.
func (p *program) exit(command string, err error) int {
	if err == nil {
		return exitDone
	}
	code := exitCode(err)
	message := inner.ReplaceAllString(err.Error(), "")
	if code == exitInterrupted {
		message = p.outputs.interrupt()
	}
	p.say("stance: %s", message)
	if code == exitUsage {
		p.say("run %s --help for usage", command)
	}
	return code
}

func exitCode(err error) int {
	switch {
	case errors.Is(err, context.Canceled):
		return exitInterrupted
	case errors.As(err, new(usageError)), isCobraUsage(err):
		return exitUsage
	case errors.Is(err, errGate):
		return exitGate
	case errors.Is(err, errSkipped):
		return exitSkipped
	case errors.Is(err, datasets.ErrRefused), errors.Is(err, classifier.ErrCorrupt),
		errors.Is(err, classifier.ErrMismatch), errors.Is(err, stance.ErrNoLabels):
		return exitRefused
	}
	return exitFailure
}

// isCobraUsage reports whether cobra refused the command line. Cobra has no error
// type for that.
func isCobraUsage(err error) bool {
	for _, start := range []string{"requires at least", "accepts ", "required flag", "if any flags in the group"} {
		if strings.HasPrefix(err.Error(), start) {
			return true
		}
	}
	return false
}
