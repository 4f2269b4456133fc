"""What statements and predicates do: pledge, threaten, demand, offer, refuse, deny, accuse, appeal, agree."""
