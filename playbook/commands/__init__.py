"""What the commands of `playbook.cli` do, one module a family of commands. No options, no domain logic."""
