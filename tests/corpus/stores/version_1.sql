-- The rows of a store of version 1, as release 0.1.0 wrote them.
INSERT INTO minutes VALUES (1,'0000000000000000000000000000000000000000000000000000000000072024','0.1.0','','invented','Referat af møde i Trivselsrådet','Trivselsrådet','Nørreå Kommune','2024-05-07',NULL,NULL,NULL,'{
  "schema": 1,
  "source": {
    "name": "trivselsraad.txt",
    "sha256": "0000000000000000000000000000000000000000000000000000000000072024",
    "media_type": "text/plain",
    "encoding": "utf-8",
    "pages": null
  },
  "analysis": {
    "analyser": "0.1.0",
    "model": "invented"
  },
  "text": "Referat af møde i Trivselsrådet den 7. maj 2024\n\nTil stede: Karla Rosenvang (formand), Jens Ole Tornby, skoleleder\nAfbud: Mie Fjordager\n\n1. Indbrud og tryghed\nKarla Rosenvang orienterede om indbrudsforebyggelse i Nørreå. Der er færre indbrud end i fjor.\nSkolelederen spurgte til børnenes skolevej. Trivselsrådet vedtog at søge 2,5 mio. kr.\nTornby skriver ansøgningen inden 1. juni 2024.\n\n2. Eventuelt\nNørreå Kommune oplyste, at <b>cykelstien</b> er færdig.\n",
  "meeting": {
    "title": "Referat af møde i Trivselsrådet",
    "body": "Trivselsrådet",
    "organisation": "Nørreå Kommune",
    "date": "2024-05-07",
    "start": null,
    "end": null,
    "place": null
  },
  "participants": [
    {
      "id": "p1",
      "name": "Karla Rosenvang",
      "role": null,
      "organisation": null,
      "initials": null,
      "attendance": "present",
      "functions": [
        "chair"
      ],
      "note": null,
      "span": [
        60,
        75
      ]
    },
    {
      "id": "p2",
      "name": "Jens Ole Tornby",
      "role": "skoleleder",
      "organisation": null,
      "initials": null,
      "attendance": "present",
      "functions": [],
      "note": null,
      "span": [
        87,
        102
      ]
    },
    {
      "id": "p3",
      "name": "Mie Fjordager",
      "role": null,
      "organisation": null,
      "initials": null,
      "attendance": "absent",
      "functions": [],
      "note": null,
      "span": [
        122,
        135
      ]
    }
  ],
  "agenda": [
    {
      "number": "1",
      "title": "Indbrud og tryghed",
      "points": [],
      "note": null,
      "span": [
        137,
        158
      ]
    }
  ],
  "items": [
    {
      "id": "i1",
      "number": "1",
      "title": "Indbrud og tryghed",
      "heading": [
        137,
        158
      ],
      "span": [
        137,
        388
      ],
      "parent": null
    },
    {
      "id": "i2",
      "number": "2",
      "title": "Eventuelt",
      "heading": [
        388,
        400
      ],
      "span": [
        388,
        457
      ],
      "parent": null
    }
  ],
  "statements": [
    {
      "id": "s1",
      "item": "i1",
      "speaker": {
        "kind": "person",
        "participant": "p1",
        "name": "Karla Rosenvang",
        "role": null,
        "organisation": null,
        "span": [
          159,
          186
        ]
      },
      "verb": "orientere",
      "act": "report",
      "topic": {
        "text": "indbrudsforebyggelse i Nørreå",
        "span": [
          190,
          219
        ]
      },
      "span": [
        159,
        220
      ],
      "extent": [
        159,
        253
      ]
    },
    {
      "id": "s2",
      "item": "i1",
      "speaker": {
        "kind": "person",
        "participant": "p2",
        "name": "Tornby",
        "role": "skoleleder",
        "organisation": null,
        "span": [
          254,
          266
        ]
      },
      "verb": "spørge",
      "act": "ask",
      "topic": {
        "text": "børnenes skolevej",
        "span": [
          279,
          296
        ]
      },
      "span": [
        254,
        297
      ],
      "extent": [
        254,
        297
      ]
    },
    {
      "id": "s3",
      "item": "i2",
      "speaker": {
        "kind": "organisation",
        "participant": null,
        "name": "Nørreå Kommune",
        "role": null,
        "organisation": "Nørreå Kommune",
        "span": [
          401,
          415
        ]
      },
      "verb": "oplyse",
      "act": "report",
      "topic": null,
      "span": [
        401,
        456
      ],
      "extent": [
        401,
        456
      ]
    }
  ],
  "decisions": [
    {
      "id": "d1",
      "item": "i1",
      "kind": "adopted",
      "by": {
        "kind": "organisation",
        "participant": null,
        "name": "Trivselsrådet",
        "role": null,
        "organisation": null,
        "span": [
          298,
          318
        ]
      },
      "text": "Trivselsrådet vedtog at søge 2,5 mio. kr.",
      "votes": null,
      "span": [
        298,
        339
      ]
    }
  ],
  "actions": [
    {
      "id": "a1",
      "item": "i1",
      "responsible": {
        "kind": "person",
        "participant": "p2",
        "name": "Tornby",
        "role": "skoleleder",
        "organisation": null,
        "span": [
          254,
          266
        ]
      },
      "text": "skriver ansøgningen",
      "due": {
        "text": "inden 1. juni 2024",
        "from": null,
        "to": "2024-06-01",
        "span": [
          367,
          385
        ]
      },
      "span": [
        340,
        386
      ]
    }
  ],
  "mentions": [
    {
      "text": "Karla Rosenvang",
      "participant": "p1",
      "method": "exact",
      "score": 1.0,
      "candidates": [],
      "span": [
        159,
        174
      ]
    },
    {
      "text": "Skolelederen",
      "participant": "p2",
      "method": "role",
      "score": 0.9,
      "candidates": [],
      "span": [
        254,
        266
      ]
    },
    {
      "text": "Nørreå",
      "participant": null,
      "method": "none",
      "score": 0.0,
      "candidates": [],
      "span": [
        213,
        219
      ]
    }
  ],
  "entities": [],
  "diagnostics": []
}
');
INSERT INTO minutes VALUES (2,'0000000000000000000000000000000000000000000000000000000000092023','0.1.0','','invented','Referat af møde i Trivselsrådet','Trivselsrådet','Nørreå Kommune','2023-05-09',NULL,NULL,NULL,'{
  "schema": 1,
  "source": {
    "name": "trivselsraad.txt",
    "sha256": "0000000000000000000000000000000000000000000000000000000000092023",
    "media_type": "text/plain",
    "encoding": "utf-8",
    "pages": null
  },
  "analysis": {
    "analyser": "0.1.0",
    "model": "invented"
  },
  "text": "Referat af møde i Trivselsrådet den 9. maj 2023\n\nTil stede: Karla Rosenvang (formand), Jens Ole Tornby, skoleleder\nAfbud: Mie Fjordager\n\n1. Indbrud og tryghed\nKarla Rosenvang orienterede om indbrudsforebyggelse i Nørreå. Der er færre indbrud end i fjor.\nSkolelederen spurgte til børnenes skolevej. Trivselsrådet vedtog at søge 2,5 mio. kr.\nTornby skriver ansøgningen inden 1. juni 2023.\n\n2. Eventuelt\nNørreå Kommune oplyste, at <b>cykelstien</b> er færdig.\n",
  "meeting": {
    "title": "Referat af møde i Trivselsrådet",
    "body": "Trivselsrådet",
    "organisation": "Nørreå Kommune",
    "date": "2023-05-09",
    "start": null,
    "end": null,
    "place": null
  },
  "participants": [
    {
      "id": "p1",
      "name": "Karla Rosenvang",
      "role": null,
      "organisation": null,
      "initials": null,
      "attendance": "present",
      "functions": [
        "chair"
      ],
      "note": null,
      "span": [
        60,
        75
      ]
    },
    {
      "id": "p2",
      "name": "Jens Ole Tornby",
      "role": "skoleleder",
      "organisation": null,
      "initials": null,
      "attendance": "present",
      "functions": [],
      "note": null,
      "span": [
        87,
        102
      ]
    },
    {
      "id": "p3",
      "name": "Mie Fjordager",
      "role": null,
      "organisation": null,
      "initials": null,
      "attendance": "absent",
      "functions": [],
      "note": null,
      "span": [
        122,
        135
      ]
    }
  ],
  "agenda": [
    {
      "number": "1",
      "title": "Indbrud og tryghed",
      "points": [],
      "note": null,
      "span": [
        137,
        158
      ]
    }
  ],
  "items": [
    {
      "id": "i1",
      "number": "1",
      "title": "Indbrud og tryghed",
      "heading": [
        137,
        158
      ],
      "span": [
        137,
        388
      ],
      "parent": null
    },
    {
      "id": "i2",
      "number": "2",
      "title": "Eventuelt",
      "heading": [
        388,
        400
      ],
      "span": [
        388,
        457
      ],
      "parent": null
    }
  ],
  "statements": [
    {
      "id": "s1",
      "item": "i1",
      "speaker": {
        "kind": "person",
        "participant": "p1",
        "name": "Karla Rosenvang",
        "role": null,
        "organisation": null,
        "span": [
          159,
          186
        ]
      },
      "verb": "orientere",
      "act": "report",
      "topic": {
        "text": "indbrudsforebyggelse i Nørreå",
        "span": [
          190,
          219
        ]
      },
      "span": [
        159,
        220
      ],
      "extent": [
        159,
        253
      ]
    },
    {
      "id": "s2",
      "item": "i1",
      "speaker": {
        "kind": "person",
        "participant": "p2",
        "name": "Tornby",
        "role": "skoleleder",
        "organisation": null,
        "span": [
          254,
          266
        ]
      },
      "verb": "spørge",
      "act": "ask",
      "topic": {
        "text": "børnenes skolevej",
        "span": [
          279,
          296
        ]
      },
      "span": [
        254,
        297
      ],
      "extent": [
        254,
        297
      ]
    },
    {
      "id": "s3",
      "item": "i2",
      "speaker": {
        "kind": "organisation",
        "participant": null,
        "name": "Nørreå Kommune",
        "role": null,
        "organisation": "Nørreå Kommune",
        "span": [
          401,
          415
        ]
      },
      "verb": "oplyse",
      "act": "report",
      "topic": null,
      "span": [
        401,
        456
      ],
      "extent": [
        401,
        456
      ]
    }
  ],
  "decisions": [
    {
      "id": "d1",
      "item": "i1",
      "kind": "adopted",
      "by": {
        "kind": "organisation",
        "participant": null,
        "name": "Trivselsrådet",
        "role": null,
        "organisation": null,
        "span": [
          298,
          318
        ]
      },
      "text": "Trivselsrådet vedtog at søge 2,5 mio. kr.",
      "votes": null,
      "span": [
        298,
        339
      ]
    }
  ],
  "actions": [
    {
      "id": "a1",
      "item": "i1",
      "responsible": {
        "kind": "person",
        "participant": "p2",
        "name": "Tornby",
        "role": "skoleleder",
        "organisation": null,
        "span": [
          254,
          266
        ]
      },
      "text": "skriver ansøgningen",
      "due": {
        "text": "inden 1. juni 2023",
        "from": null,
        "to": "2023-06-01",
        "span": [
          367,
          385
        ]
      },
      "span": [
        340,
        386
      ]
    }
  ],
  "mentions": [
    {
      "text": "Karla Rosenvang",
      "participant": "p1",
      "method": "exact",
      "score": 1.0,
      "candidates": [],
      "span": [
        159,
        174
      ]
    },
    {
      "text": "Skolelederen",
      "participant": "p2",
      "method": "role",
      "score": 0.9,
      "candidates": [],
      "span": [
        254,
        266
      ]
    },
    {
      "text": "Nørreå",
      "participant": null,
      "method": "none",
      "score": 0.0,
      "candidates": [],
      "span": [
        213,
        219
      ]
    }
  ],
  "entities": [],
  "diagnostics": []
}
');
INSERT INTO files VALUES ('/arkiv/2024.txt',1,NULL);
INSERT INTO files VALUES ('/arkiv/2023.txt',2,NULL);
INSERT INTO files VALUES ('/arkiv/kopi.txt',1,NULL);
INSERT INTO files VALUES ('/arkiv/tom.txt',NULL,'/arkiv/tom.txt: the file is empty; nothing to analyse');
INSERT INTO participants VALUES (1,'p1','Karla Rosenvang',NULL,NULL,NULL,'present','["chair"]',NULL,60,75,'Karla Rosenvang');
INSERT INTO participants VALUES (1,'p2','Jens Ole Tornby','skoleleder',NULL,NULL,'present','[]',NULL,87,102,'Jens Ole Tornby');
INSERT INTO participants VALUES (1,'p3','Mie Fjordager',NULL,NULL,NULL,'absent','[]',NULL,122,135,'Mie Fjordager');
INSERT INTO participants VALUES (2,'p1','Karla Rosenvang',NULL,NULL,NULL,'present','["chair"]',NULL,60,75,'Karla Rosenvang');
INSERT INTO participants VALUES (2,'p2','Jens Ole Tornby','skoleleder',NULL,NULL,'present','[]',NULL,87,102,'Jens Ole Tornby');
INSERT INTO participants VALUES (2,'p3','Mie Fjordager',NULL,NULL,NULL,'absent','[]',NULL,122,135,'Mie Fjordager');
INSERT INTO items VALUES (1,'i1','1','Indbrud og tryghed',NULL,137,388);
INSERT INTO items VALUES (1,'i2','2','Eventuelt',NULL,388,457);
INSERT INTO items VALUES (2,'i1','1','Indbrud og tryghed',NULL,137,388);
INSERT INTO items VALUES (2,'i2','2','Eventuelt',NULL,388,457);
INSERT INTO statements VALUES (1,1,'s1','i1','person','p1','Karla Rosenvang',NULL,NULL,'orientere','report','indbrudsforebyggelse i Nørreå',159,220,'Karla Rosenvang orienterede om indbrudsforebyggelse i Nørreå.',159,253,'Karla Rosenvang orienterede om indbrudsforebyggelse i Nørreå. Der er færre indbrud end i fjor.');
INSERT INTO statements VALUES (2,1,'s2','i1','person','p2','Tornby','skoleleder',NULL,'spørge','ask','børnenes skolevej',254,297,'Skolelederen spurgte til børnenes skolevej.',254,297,'Skolelederen spurgte til børnenes skolevej.');
INSERT INTO statements VALUES (3,1,'s3','i2','organisation',NULL,'Nørreå Kommune',NULL,'Nørreå Kommune','oplyse','report',NULL,401,456,'Nørreå Kommune oplyste, at <b>cykelstien</b> er færdig.',401,456,'Nørreå Kommune oplyste, at <b>cykelstien</b> er færdig.');
INSERT INTO statements VALUES (4,2,'s1','i1','person','p1','Karla Rosenvang',NULL,NULL,'orientere','report','indbrudsforebyggelse i Nørreå',159,220,'Karla Rosenvang orienterede om indbrudsforebyggelse i Nørreå.',159,253,'Karla Rosenvang orienterede om indbrudsforebyggelse i Nørreå. Der er færre indbrud end i fjor.');
INSERT INTO statements VALUES (5,2,'s2','i1','person','p2','Tornby','skoleleder',NULL,'spørge','ask','børnenes skolevej',254,297,'Skolelederen spurgte til børnenes skolevej.',254,297,'Skolelederen spurgte til børnenes skolevej.');
INSERT INTO statements VALUES (6,2,'s3','i2','organisation',NULL,'Nørreå Kommune',NULL,'Nørreå Kommune','oplyse','report',NULL,401,456,'Nørreå Kommune oplyste, at <b>cykelstien</b> er færdig.',401,456,'Nørreå Kommune oplyste, at <b>cykelstien</b> er færdig.');
INSERT INTO decisions VALUES (1,1,'d1','i1','organisation',NULL,'Trivselsrådet',NULL,NULL,'adopted','Trivselsrådet vedtog at søge 2,5 mio. kr.',NULL,NULL,NULL,298,339,'Trivselsrådet vedtog at søge 2,5 mio. kr.');
INSERT INTO decisions VALUES (2,2,'d1','i1','organisation',NULL,'Trivselsrådet',NULL,NULL,'adopted','Trivselsrådet vedtog at søge 2,5 mio. kr.',NULL,NULL,NULL,298,339,'Trivselsrådet vedtog at søge 2,5 mio. kr.');
INSERT INTO actions VALUES (1,1,'a1','i1','person','p2','Tornby','skoleleder',NULL,'skriver ansøgningen','inden 1. juni 2024',NULL,'2024-06-01',340,386,'Tornby skriver ansøgningen inden 1. juni 2024.');
INSERT INTO actions VALUES (2,2,'a1','i1','person','p2','Tornby','skoleleder',NULL,'skriver ansøgningen','inden 1. juni 2023',NULL,'2023-06-01',340,386,'Tornby skriver ansøgningen inden 1. juni 2023.');
