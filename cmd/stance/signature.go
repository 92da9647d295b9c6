package main

import (
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"hash"

	"stance"
)

// signature names what has a name and a hash: the name and the beginning of the hash.
func signature(name, sha256 string) string {
	return fmt.Sprintf("%s sha256:%.8s", name, sha256)
}

// hashModel returns the hash of a model's file.
func hashModel(m *stance.Model) (string, error) {
	sum := sha256.New()
	if _, err := m.WriteTo(sum); err != nil {
		return "", err
	}
	return hexSum(sum), nil
}

func hexSum(sum hash.Hash) string { return hex.EncodeToString(sum.Sum(nil)) }
