//! A text with its sentences and lines.
