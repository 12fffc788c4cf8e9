unbake
