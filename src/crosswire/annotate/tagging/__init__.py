"""The tagger: words, tags, trees and vectors of a report."""
