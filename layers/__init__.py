"""Cities' files in, one store and one map out: profiles, readers, normalisers, store, project."""
