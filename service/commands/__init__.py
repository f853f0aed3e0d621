"""The commands of ``newswire``, a module each, with ``add_arguments(parser)`` and ``run(arguments) -> exit code``.

``service.cli`` imports the one that was asked for. ``cleaning_report`` is no command: ``explain`` prints it.
"""
