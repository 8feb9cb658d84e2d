"""The one door to files of a release: the command line, the buttons of the app and the batch all come through here."""
