"""What defends a decision: the sheet of a case, its dispute dossier, and their proofs."""
