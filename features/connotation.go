package features

import "strconv"

// A connotation is what a predicate lets a reader feel beside what its agent shows: connotation
// frames, after Rashkin, Singh and Choi (2016), "Connotation Frames: A Data-Driven
// Investigation", section 2. "S slandered T": the writer blames S, sides with T, and T is harmed.
type connotation struct {
	agent   int8 // -3 to 3: what the writer shows toward the agent
	patient int8 // and toward the patient
	effect  int8 // how the patient fares
}

// newConnotation reads the cells of a row.
func newConnotation(r []string) connotation {
	return connotation{strength(r[writerAgentCell]), strength(r[writerPatientCell]), strength(r[effectCell])}
}

// strength returns the number in a cell, 0 where it is empty.
func strength(cell string) int8 {
	if cell == "" { // most are
		return 0
	}
	n, _ := strconv.Atoi(cell)
	return int8(n)
}

// What is felt of the target, part of a connotation feature's n.
const (
	asAgent    = 16 * iota // by the writer, who has it do this
	asPatient              // by the writer, who has this done to it
	asAffected             // it fares well or ill
)

// connotations emits what the writer's words show toward the target where it acts or is acted
// upon, and how it fares. What is turned, asked or supposed connotes nothing.
func connotations(x *Extractor) {
	v := &x.view
	shown, fares := 0, 0
	for _, f := range x.ties() {
		c, t := f.row.connotation, &v.tokens[f.at]
		if t.turned || t.unreal || c == (connotation{}) {
			continue
		}
		last := f.at + len(f.row.stems) - 1
		switch {
		case f.reaches(v, target):
			x.connote(asPatient, int(c.patient), v.party(f.agent), f.at, last)
			x.connote(asAffected, int(c.effect), v.party(f.agent), f.at, last)
			shown, fares = shown+int(c.patient), fares+int(c.effect)
		case v.isRole(f.agent, target):
			x.connote(asAgent, int(c.agent), v.party(f.patient), f.at, last)
			shown += int(c.agent)
		}
	}
	x.thermometer(kindConnotationTotal, 0, shown, totalShown)
	x.thermometer(kindConnotationTotal, 8, -shown, totalShown)
	x.thermometer(kindConnotationTotal, 16, fares, totalShown)
	x.thermometer(kindConnotationTotal, 24, -fares, totalShown)
}

// connote emits one feeling about the target, by its sign and the other party.
func (x *Extractor) connote(what, strength, other, first, last int) {
	if s := sign(float32(strength)); s != 0 {
		x.emit(kindConnotation, what+s*4+other, 0, 0, first, last)
	}
}
