"""What begins by itself when something happens: a file is dropped, a return is out of date, a rebuild goes on."""
