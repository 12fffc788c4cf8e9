# Options that do not exist, exist for other verbs, or were abbreviated.
unbake fix --dif page.txt
unbake fix --jsom page.txt
unbake check -o out.txt page.txt
unbake list --diff encodings
unbake fix -dX page.txt
unbake fix --qwertz
