//! Which meetings stand where: many lists of meetings, each meeting in at most one of them.

use crate::problem::NONE;

/// Lists of meetings; putting in and taking out take constant time.
#[derive(Clone, Debug)]
pub(crate) struct Lists {
    lists: Vec<Vec<u32>>,
    place: Vec<u32>,
}

impl Lists {
    pub(crate) fn new(lists: usize, meetings: usize) -> Self {
        Self { lists: vec![Vec::new(); lists], place: vec![NONE; meetings] }
    }

    #[inline]
    pub(crate) fn of(&self, list: usize) -> &[u32] {
        &self.lists[list]
    }

    #[inline]
    pub(crate) fn len(&self, list: usize) -> usize {
        self.lists[list].len()
    }

    #[inline]
    #[expect(clippy::cast_possible_truncation, reason = "lists are shorter than 2^32")]
    pub(crate) fn put(&mut self, list: usize, meeting: u32) {
        self.place[meeting as usize] = self.lists[list].len() as u32;
        self.lists[list].push(meeting);
    }

    #[inline]
    pub(crate) fn take(&mut self, list: usize, meeting: u32) {
        let place = self.place[meeting as usize];
        self.lists[list].swap_remove(place as usize);
        if let Some(&moved) = self.lists[list].get(place as usize) {
            self.place[moved as usize] = place;
        }
        self.place[meeting as usize] = NONE;
    }
}
