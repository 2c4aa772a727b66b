import { comparisonKey } from '../../src/core/inci/keys.js';
import { readName } from '../../src/core/tagging/name-index.js';
import { formula, HOUR, judged, knowledge, read } from '../support/world.js';

/**
 * What packs in five languages print instead of the INCI name: of the two hundred commonest
 * ingredients those that have such a name, and of hazards those that people know best.
 */
const PRINTED = `
  Glycerin | en Glycerine | fr Glycérine | de Glyzerin | es Glicerina | it Glicerina
  Phenoxyethanol | es Fenoxietanol | it Fenossietanolo
  Aqua | en Water | fr Eau | de Wasser | es Agua | it Acqua
  Butylene Glycol | de Butylenglycol | es Butilenglicol | it Butilenglicole
  Parfum | en Fragrance | fr Parfum Naturel | de Parfümöl | es Perfume | it Profumo
  Disodium EDTA | fr EDTA Disodique | de Dinatrium-EDTA | es EDTA Disódico | it EDTA Disodico
  Sodium Hyaluronate | fr Hyaluronate de Sodium | de Natriumhyaluronat | es Hialuronato de Sodio | it Sodio Ialuronato
  Citric Acid | fr Acide Citrique | de Zitronensäure | es Ácido Cítrico | it Acido Citrico
  Tocopherol | fr Vitamine E | de Vitamin E | es Tocoferol | it Tocoferolo
  Linalool | fr Linalol | es Linalol | it Linalolo
  Caprylyl Glycol | es Caprilil Glicol | it Caprilil Glicole
  Xanthan Gum | fr Gomme Xanthane | de Xanthan | es Goma Xantana | it Gomma Xantana
  Limonene | de Limonen | es Limoneno
  Ethylhexylglycerin | en Ethylhexylglycerine | fr Éthylhexylglycérine | es Etilhexilglicerina | it Etilesilglicerina
  Tocopheryl Acetate | en Vitamin E Acetate | fr Acétate de Tocophérol | de Tocopherylacetat | es Acetato de Tocoferol | it Tocoferil Acetato
  Dimethicone | de Dimethicon | es Dimeticona | it Dimeticone
  Sodium Hydroxide | en Caustic Soda | fr Hydroxyde de Sodium | de Natriumhydroxid | es Hidróxido de Sodio | it Idrossido di Sodio
  Potassium Sorbate | fr Sorbate de Potassium | de Kaliumsorbat | es Sorbato de Potasio | it Sorbato di Potassio
  Sodium Benzoate | fr Benzoate de Sodium | de Natriumbenzoat | es Benzoato de Sodio | it Benzoato di Sodio
  Carbomer | fr Carbomère | es Carbómero | it Carbomero
  Propanediol | de Propandiol | es Propanodiol | it Propandiolo
  Titanium Dioxide | fr Dioxyde de Titane | de Titandioxid | es Dióxido de Titanio | it Biossido di Titanio
  Glyceryl Stearate | en Glycerol Monostearate | fr Stéarate de Glycéryle | de Glycerylstearat | es Estearato de Glicerilo | it Gliceril Stearato
  Geraniol | it Geraniolo
  Citronellol | es Citronelol | it Citronellolo
  Pentylene Glycol | de Pentylenglykol | es Pentilenglicol | it Pentilenglicole
  Polysorbate 20 | de Polysorbat 20 | es Polisorbato 20 | it Polisorbato 20
  Polysorbate 60 | de Polysorbat 60 | es Polisorbato 60 | it Polisorbato 60
  Polysorbate 80 | de Polysorbat 80 | es Polisorbato 80 | it Polisorbato 80
  Cetearyl Alcohol | fr Alcool Cétéarylique | de Cetearylalkohol | es Alcohol Cetearílico | it Alcol Cetilstearilico
  Caprylic/Capric Triglyceride | fr Triglycérides Caprylique/Caprique | de Capryl-/Caprinsäuretriglycerid | es Triglicérido Caprílico/Cáprico | it Trigliceride Caprilico/Caprico
  Silica | fr Silice | de Siliciumdioxid | es Sílice | it Silice
  Sodium Chloride | en Table Salt | fr Chlorure de Sodium | de Natriumchlorid | es Cloruro de Sodio | it Cloruro di Sodio
  Panthenol | fr Provitamine B5 | de Dexpanthenol | es Pantenol | it Pantenolo
  Helianthus Annuus Seed Oil | en Sunflower Oil | fr Huile de Tournesol | de Sonnenblumenöl | es Aceite de Girasol | it Olio di Girasole
  Caffeine | fr Caféine | de Koffein | es Cafeína | it Caffeina
  Lecithin | en Soy Lecithin | fr Lécithine | de Lezithin | es Lecitina | it Lecitina
  1,2-Hexanediol | de 1,2-Hexandiol | es 1,2-Hexanodiol | it 1,2-Esandiolo
  Butyrospermum Parkii Butter | en Shea Butter | fr Beurre de Karité | de Sheabutter | es Manteca de Karité | it Burro di Karité
  Chlorphenesin | fr Chlorphénésine | es Clorfenesina | it Clorfenesina
  Cetyl Alcohol | fr Alcool Cétylique | de Cetylalkohol | es Alcohol Cetílico | it Alcol Cetilico
  Stearic Acid | fr Acide Stéarique | de Stearinsäure | es Ácido Esteárico | it Acido Stearico
  Allantoin | fr Allantoïne | es Alantoína | it Allantoina
  Propylene Glycol | de Propylenglykol | es Propilenglicol | it Glicole Propilenico
  Cyclopentasiloxane | de Cyclopentasiloxan | es Ciclopentasiloxano | it Ciclopentasilossano
  Benzyl Alcohol | fr Alcool Benzylique | de Benzylalkohol | es Alcohol Bencílico | it Alcol Benzilico
  BHT | en Butylated Hydroxytoluene | fr Butylhydroxytoluène | de Butylhydroxytoluol | es Butilhidroxitolueno | it Butilidrossitoluene
  Alcohol Denat. | en Denatured Alcohol | fr Alcool Dénaturé | de Vergällter Alkohol | es Alcohol Desnaturalizado | it Alcol Denaturato
  Hexylene Glycol | de Hexylenglykol | es Hexilenglicol | it Esilenglicole
  Squalane | de Squalan | es Escualano | it Squalano
  Alcohol | en Ethanol | fr Alcool | de Alkohol | es Alcohol Etílico | it Alcol
  Camellia Sinensis Leaf Extract | en Green Tea Extract | fr Extrait de Thé Vert | de Grüntee-Extrakt | es Extracto de Té Verde | it Estratto di Tè Verde
  Sodium Citrate | fr Citrate de Sodium | de Natriumcitrat | es Citrato de Sodio | it Citrato di Sodio
  Trehalose | es Trehalosa | it Trealosio
  Lactic Acid | fr Acide Lactique | de Milchsäure | es Ácido Láctico | it Acido Lattico
  Sodium PCA | fr PCA de Sodium | de Natrium-PCA | es PCA Sódico | it Sodio PCA
  Ricinus Communis Seed Oil | en Castor Oil | fr Huile de Ricin | de Rizinusöl | es Aceite de Ricino | it Olio di Ricino
  Iron Oxides | en Iron Oxide | fr Oxydes de Fer | de Eisenoxide | es Óxidos de Hierro | it Ossidi di Ferro
  Betaine | de Betain | es Betaína | it Betaina
  Cocamidopropyl Betaine | de Cocamidopropylbetain | es Cocamidopropil Betaína | it Cocamidopropil Betaina
  CI 77491 | en Red Iron Oxide | fr Oxyde de Fer Rouge | de Rotes Eisenoxid | es Óxido de Hierro Rojo | it Ossido di Ferro Rosso
  CI 77492 | en Yellow Iron Oxide | fr Oxyde de Fer Jaune | de Gelbes Eisenoxid | es Óxido de Hierro Amarillo | it Ossido di Ferro Giallo
  CI 77499 | en Black Iron Oxide | fr Oxyde de Fer Noir | de Schwarzes Eisenoxid | es Óxido de Hierro Negro | it Ossido di Ferro Nero
  Dipropylene Glycol | de Dipropylenglykol | es Dipropilenglicol | it Dipropilenglicole
  Algae Extract | en Seaweed Extract | fr Extrait d'Algues | de Algenextrakt | es Extracto de Algas | it Estratto di Alghe
  Niacinamide | fr Nicotinamide | de Niacinamid | es Niacinamida | it Niacinammide
  Sorbitol | de Sorbit | it Sorbitolo
  Salicylic Acid | fr Acide Salicylique | de Salicylsäure | es Ácido Salicílico | it Acido Salicilico
  Sucrose | en Sugar | fr Saccharose | de Saccharose | es Sacarosa | it Saccarosio
  CI 19140 | en Yellow 5 | fr Tartrazine | de Tartrazin | es Tartrazina | it Tartrazina
  Hydrogenated Lecithin | fr Lécithine Hydrogénée | de Hydriertes Lecithin | es Lecitina Hidrogenada | it Lecitina Idrogenata
  Methylparaben | fr Méthylparabène | es Metilparabeno | it Metilparabene
  Adenosine | de Adenosin | es Adenosina | it Adenosina
  Dipotassium Glycyrrhizate | fr Glycyrrhizate de Dipotassium | de Dikaliumglycyrrhizat | es Glicirricinato Dipotásico | it Glicirrizinato Dipotassico
  Maltodextrin | fr Maltodextrine | es Maltodextrina | it Maltodestrina
  Benzyl Salicylate | fr Salicylate de Benzyle | de Benzylsalicylat | es Salicilato de Bencilo | it Salicilato di Benzile
  Cholesterol | de Cholesterin | es Colesterol | it Colesterolo
  Ascorbic Acid | fr Acide Ascorbique | de Ascorbinsäure | es Ácido Ascórbico | it Acido Ascorbico
  Benzyl Benzoate | fr Benzoate de Benzyle | de Benzylbenzoat | es Benzoato de Bencilo | it Benzoato di Benzile
  Isohexadecane | de Isohexadecan | es Isohexadecano | it Isoesadecano
  Urea | fr Urée | de Harnstoff
  Tromethamine | fr Trométamol | de Trometamol | es Trometamina | it Trometamina
  Yeast Extract | fr Extrait de Levure | de Hefeextrakt | es Extracto de Levadura | it Estratto di Lievito
  Olea Europaea Fruit Oil | en Olive Oil | fr Huile d'Olive | de Olivenöl | es Aceite de Oliva | it Olio di Oliva
  Glycyrrhiza Glabra Root Extract | en Licorice Root Extract | fr Extrait de Racine de Réglisse | de Süßholzwurzelextrakt | es Extracto de Raíz de Regaliz | it Estratto di Radice di Liquirizia
  Glycolic Acid | fr Acide Glycolique | de Glykolsäure | es Ácido Glicólico | it Acido Glicolico
  Hydroxyethylcellulose | es Hidroxietilcelulosa | it Idrossietilcellulosa
  Triethanolamine | de Triethanolamin | es Trietanolamina | it Trietanolammina
  Kaolin | en China Clay | fr Argile Blanche | de Weiße Tonerde | es Caolín | it Caolino
  Behenyl Alcohol | fr Alcool Béhénylique | de Behenylalkohol | es Alcohol Behenílico | it Alcol Beenilico
  Potassium Hydroxide | en Caustic Potash | fr Hydroxyde de Potassium | de Kaliumhydroxid | es Hidróxido de Potasio | it Idrossido di Potassio
  Dehydroacetic Acid | fr Acide Déhydroacétique | de Dehydracetsäure | es Ácido Dehidroacético | it Acido Deidroacetico
  Cucumis Sativus Fruit Extract | en Cucumber Fruit Extract | fr Extrait de Concombre | de Gurkenextrakt | es Extracto de Pepino | it Estratto di Cetriolo
  Bisabolol | de Alpha-Bisabolol | it Bisabololo
  Ascorbyl Palmitate | fr Palmitate d'Ascorbyle | de Ascorbylpalmitat | es Palmitato de Ascorbilo | it Palmitato di Ascorbile
  Retinyl Palmitate | en Vitamin A Palmitate | fr Palmitate de Rétinyle | de Retinylpalmitat | es Palmitato de Retinilo | it Palmitato di Retinile
  Aloe Barbadensis Leaf Juice | en Aloe Vera Juice | fr Jus d'Aloe Vera | de Aloe-vera-Saft | es Jugo de Aloe Vera | it Succo di Aloe Vera
  Benzoic Acid | fr Acide Benzoïque | de Benzoesäure | es Ácido Benzoico | it Acido Benzoico
  Squalene | de Squalen | es Escualeno
  CI 42090 | en Blue 1 | fr Bleu Brillant FCF | de Brillantblau FCF | es Azul Brillante FCF | it Blu Brillante FCF
  Persea Gratissima Oil | en Avocado Oil | fr Huile d'Avocat | de Avocadoöl | es Aceite de Aguacate | it Olio di Avocado
  Rosmarinus Officinalis Extract | en Rosemary Extract | fr Extrait de Romarin | de Rosmarinextrakt | es Extracto de Romero | it Estratto di Rosmarino
  Rosa Damascena Extract | fr Extrait de Rose de Damas | de Damaszenerrosenextrakt | es Extracto de Rosa de Damasco | it Estratto di Rosa Damascena
  Ethylhexyl Palmitate | en Octyl Palmitate | fr Palmitate d'Éthylhexyle | de Ethylhexylpalmitat | es Palmitato de Etilhexilo | it Etilesil Palmitato
  Linoleic Acid | fr Acide Linoléique | de Linolsäure | es Ácido Linoleico | it Acido Linoleico
  Sorbic Acid | fr Acide Sorbique | de Sorbinsäure | es Ácido Sórbico | it Acido Sorbico
  Tetrasodium EDTA | fr EDTA Tétrasodique | de Tetranatrium-EDTA | es EDTA Tetrasódico | it EDTA Tetrasodico
  Trisodium EDTA | fr EDTA Trisodique | de Trinatrium-EDTA | es EDTA Trisódico | it EDTA Trisodico
  Sodium Lactate | fr Lactate de Sodium | de Natriumlactat | es Lactato de Sodio | it Lattato di Sodio
  Ascorbyl Glucoside | fr Glucoside d'Ascorbyle | de Ascorbylglucosid | es Glucósido de Ascorbilo | it Ascorbil Glucoside
  Zinc Gluconate | fr Gluconate de Zinc | de Zinkgluconat | es Gluconato de Zinc | it Gluconato di Zinco
  Avena Sativa Kernel Extract | fr Extrait d'Avoine | de Haferextrakt | es Extracto de Avena | it Estratto di Avena
  Sodium Phytate | fr Phytate de Sodium | de Natriumphytat | es Fitato de Sodio | it Fitato di Sodio
  Cocos Nucifera Fruit Extract | en Coconut Fruit Extract | fr Extrait de Noix de Coco | de Kokosnussextrakt | es Extracto de Coco | it Estratto di Cocco
  Palmitic Acid | fr Acide Palmitique | de Palmitinsäure | es Ácido Palmítico | it Acido Palmitico
  Lavandula Angustifolia Oil | en Lavender Oil | fr Huile de Lavande | de Lavendelöl | es Aceite de Lavanda | it Olio di Lavanda
  Ceramide NP | fr Céramide 3 | de Ceramid NP | es Ceramida NP | it Ceramide 3
  Phospholipids | fr Phospholipides | de Phospholipide | es Fosfolípidos | it Fosfolipidi
  Chamomilla Recutita Flower Oil | en German Chamomile Oil | fr Huile de Camomille | de Kamillenöl | es Aceite de Manzanilla | it Olio di Camomilla
  Stearyl Alcohol | fr Alcool Stéarylique | de Stearylalkohol | es Alcohol Estearílico | it Alcol Stearilico
  Hordeum Vulgare Extract | en Barley Extract | fr Extrait d'Orge | de Gerstenextrakt | es Extracto de Cebada | it Estratto d'Orzo
  Rosmarinus Officinalis Leaf Extract | en Rosemary Leaf Extract | fr Extrait de Feuilles de Romarin | de Rosmarinblattextrakt | es Extracto de Hoja de Romero | it Estratto di Foglie di Rosmarino
  Acetyl Glucosamine | fr N-Acétylglucosamine | de N-Acetylglucosamin | es N-Acetilglucosamina | it N-Acetilglucosammina
  Cera Alba | en Beeswax | fr Cire d'Abeille | de Bienenwachs | es Cera de Abeja | it Cera d'Api
  Sodium Laureth Sulfate | en Sodium Laureth Sulphate | fr Laureth Sulfate de Sodium | de Natriumlaurethsulfat | es Laureth Sulfato de Sodio | it Sodio Laureth Solfato
  Coumarin | fr Coumarine | de Cumarin | es Cumarina | it Cumarina
  Arginine | de Arginin | es Arginina | it Arginina
  Ethylhexyl Salicylate | en Octisalate | fr Salicylate d'Éthylhexyle | de Ethylhexylsalicylat | es Salicilato de Etilhexilo | it Etilesil Salicilato
  Glycine Soja Extract | fr Extrait de Soja | de Sojaextrakt | es Extracto de Soja | it Estratto di Soia
  Hydrogenated Polyisobutene | fr Polyisobutène Hydrogéné | de Hydriertes Polyisobuten | es Poliisobuteno Hidrogenado | it Poliisobutene Idrogenato
  Glyceryl Caprylate | fr Caprylate de Glycéryle | de Glycerylcaprylat | es Caprilato de Glicerilo | it Gliceril Caprilato
  Vitis Vinifera Extract | fr Extrait de Raisin | de Traubenextrakt | es Extracto de Uva | it Estratto d'Uva
  Eugenol | it Eugenolo
  Butyl Methoxydibenzoylmethane | en Avobenzone | fr Avobenzone | de Avobenzon | es Avobenzona | it Avobenzone
  Polyethylene | de Polyethylen | es Polietileno | it Polietilene
  Isododecane | de Isododecan | es Isododecano | it Isododecano
  Decyl Glucoside | de Decylglucosid | es Decil Glucósido | it Decil Glucoside
  Coco-Glucoside | de Cocoglucosid | es Coco Glucósido
  Magnesium Aluminum Silicate | en Magnesium Aluminium Silicate | de Magnesiumaluminiumsilikat | es Silicato de Aluminio y Magnesio | it Silicato di Alluminio e Magnesio
  Dimethiconol | es Dimeticonol | it Dimeticonolo
  Phytosphingosine | de Phytosphingosin | es Fitoesfingosina | it Fitosfingosina
  Propylparaben | fr Propylparabène | es Propilparabeno | it Propilparabene
  Centella Asiatica Extract | en Gotu Kola Extract | fr Extrait de Centella Asiatica | de Centella-Asiatica-Extrakt | es Extracto de Centella Asiática | it Estratto di Centella Asiatica
  Pelargonium Graveolens Extract | en Geranium Extract | fr Extrait de Géranium | de Geranienextrakt | es Extracto de Geranio | it Estratto di Geranio
  Sodium Dehydroacetate | fr Déhydroacétate de Sodium | de Natriumdehydroacetat | es Dehidroacetato de Sodio | it Deidroacetato di Sodio
  Hydroxycitronellal | es Hidroxicitronelal | it Idrossicitronellale
  Copper Gluconate | fr Gluconate de Cuivre | de Kupfergluconat | es Gluconato de Cobre | it Gluconato di Rame
  Simmondsia Chinensis Seed Oil | en Jojoba Oil | fr Huile de Jojoba | de Jojobaöl | es Aceite de Jojoba | it Olio di Jojoba
  Hydroxyacetophenone | de Hydroxyacetophenon | es Hidroxiacetofenona | it Idrossiacetofenone
  Curcuma Longa Root Extract | en Turmeric Root Extract | fr Extrait de Curcuma | de Kurkumaextrakt | es Extracto de Cúrcuma | it Estratto di Curcuma
  Retinol | it Retinolo
  Octyldodecanol | es Octildodecanol | it Ottildodecanolo
  Magnesium Ascorbyl Phosphate | fr Ascorbyl Phosphate de Magnésium | de Magnesiumascorbylphosphat | es Ascorbil Fosfato de Magnesio | it Magnesio Ascorbil Fosfato
  Aluminum Hydroxide | en Aluminium Hydroxide | fr Hydroxyde d'Aluminium | de Aluminiumhydroxid | es Hidróxido de Aluminio | it Idrossido di Alluminio
  Farnesol | it Farnesolo
  Mel | en Honey | fr Miel | de Honig | es Miel | it Miele
  Eucalyptus Globulus Leaf Oil | fr Huile d'Eucalyptus | de Eukalyptusöl | es Aceite de Eucalipto | it Olio di Eucalipto
  Aloe Barbadensis Leaf Extract | en Aloe Vera Extract | fr Extrait d'Aloe Vera | de Aloe-vera-Extrakt | es Extracto de Aloe Vera | it Estratto di Aloe Vera
  Lavandula Angustifolia | en Lavender | fr Lavande | de Lavendel | es Lavanda | it Lavanda
  Hexyl Cinnamal | de Hexylzimtaldehyd
  Zinc Oxide | fr Oxyde de Zinc | de Zinkoxid | es Óxido de Zinc | it Ossido di Zinco
  Argania Spinosa Kernel Oil | en Argan Oil | fr Huile d'Argan | de Arganöl | es Aceite de Argán | it Olio di Argan
  Prunus Amygdalus Dulcis Oil | en Sweet Almond Oil | fr Huile d'Amande Douce | de Mandelöl | es Aceite de Almendras Dulces | it Olio di Mandorle Dolci
  Cocos Nucifera Oil | en Coconut Oil | fr Huile de Coco | de Kokosöl | es Aceite de Coco | it Olio di Cocco
  Paraffinum Liquidum | en Mineral Oil | fr Huile Minérale | de Mineralöl | es Aceite Mineral | it Olio Minerale
  Petrolatum | en Petroleum Jelly | fr Vaseline | de Vaseline | es Vaselina | it Vaselina
  Lanolin | en Wool Fat | fr Lanoline | de Wollwachs | es Lanolina | it Lanolina
  Hyaluronic Acid | fr Acide Hyaluronique | de Hyaluronsäure | es Ácido Hialurónico | it Acido Ialuronico
  Mandelic Acid | fr Acide Mandélique | de Mandelsäure | es Ácido Mandélico | it Acido Mandelico
  Malic Acid | fr Acide Malique | de Apfelsäure | es Ácido Málico | it Acido Malico
  Tartaric Acid | fr Acide Tartrique | de Weinsäure | es Ácido Tartárico | it Acido Tartarico
  Azelaic Acid | fr Acide Azélaïque | de Azelainsäure | es Ácido Azelaico | it Acido Azelaico
  Kojic Acid | fr Acide Kojique | de Kojisäure | es Ácido Kójico | it Acido Cogico
  Ferulic Acid | fr Acide Férulique | de Ferulasäure | es Ácido Ferúlico | it Acido Ferulico
  Tranexamic Acid | fr Acide Tranexamique | de Tranexamsäure | es Ácido Tranexámico | it Acido Tranexamico
  Lactobionic Acid | fr Acide Lactobionique | de Lactobionsäure | es Ácido Lactobiónico | it Acido Lattobionico
  Hydroquinone | de Hydrochinon | es Hidroquinona | it Idrochinone
  Benzoyl Peroxide | fr Peroxyde de Benzoyle | de Benzoylperoxid | es Peróxido de Benzoilo | it Perossido di Benzoile
  Sulfur | en Sulphur | fr Soufre | de Schwefel | es Azufre | it Zolfo
  Resorcinol | fr Résorcine | de Resorcin | es Resorcina | it Resorcina
  Tretinoin | fr Trétinoïne | es Tretinoína | it Tretinoina
  Adapalene | de Adapalen | es Adapaleno
  Retinal | fr Rétinaldéhyde | de Retinaldehyd | es Retinaldehído | it Retinale
  Menthol | es Mentol | it Mentolo
  Camphor | fr Camphre | de Kampfer | es Alcanfor | it Canfora
  Tea Tree Essential Oil | fr Huile d'Arbre à Thé | de Teebaumöl | es Aceite de Árbol de Té | it Olio di Tea Tree
  Mentha Piperita Oil | en Peppermint Oil | fr Huile de Menthe Poivrée | de Pfefferminzöl | es Aceite de Menta Piperita | it Olio di Menta Piperita
  Citrus Limon Oil | en Lemon Oil | fr Huile de Citron | de Zitronenöl | es Aceite de Limón | it Olio di Limone
  Citrus Aurantium Dulcis Oil | en Orange Oil | fr Huile d'Orange Douce | de Orangenöl | es Aceite de Naranja | it Olio di Arancio
  Citrus Aurantium Bergamia Fruit Oil | en Bergamot Oil | fr Huile de Bergamote | de Bergamottöl | es Aceite de Bergamota | it Olio di Bergamotto
  Rose Flower Oil | en Rose Oil | fr Huile de Rose | de Rosenöl | es Aceite de Rosas | it Olio di Rosa
  Rosmarinus Officinalis Leaf Oil | en Rosemary Oil | fr Huile de Romarin | de Rosmarinöl | es Aceite de Romero | it Olio di Rosmarino
  Pelargonium Graveolens Oil | en Geranium Oil | fr Huile de Géranium | de Geraniumöl | es Aceite de Geranio | it Olio di Geranio
  Cananga Odorata Flower Oil | en Ylang Ylang Oil | fr Huile d'Ylang-Ylang | de Ylang-Ylang-Öl | es Aceite de Ylang-Ylang | it Olio di Ylang-Ylang
  Eugenia Caryophyllus Oil | en Clove Oil | fr Huile de Clou de Girofle | de Nelkenöl | es Aceite de Clavo | it Olio di Chiodi di Garofano
  Arnica Montana Flower Extract | fr Extrait d'Arnica | de Arnikaextrakt | es Extracto de Árnica | it Estratto di Arnica
  Calendula Officinalis Flower Extract | en Marigold Extract | fr Extrait de Calendula | de Ringelblumenextrakt | es Extracto de Caléndula | it Estratto di Calendula
  Chamomile Extract | fr Extrait de Camomille | de Kamillenextrakt | es Extracto de Manzanilla | it Estratto di Camomilla
  Hamamelis Virginiana Leaf Water | fr Eau d'Hamamélis | de Hamameliswasser | es Agua de Hamamelis | it Acqua di Hamamelis
  Rose Water | fr Eau de Rose | de Rosenwasser | es Agua de Rosas | it Acqua di Rose
  Juglans Regia Shell Powder | en Walnut Shell Powder | fr Poudre de Coque de Noix | de Walnussschalenpulver | es Polvo de Cáscara de Nuez | it Polvere di Guscio di Noce
  Prunus Armeniaca Seed Powder | en Apricot Seed Powder | fr Poudre de Noyau d'Abricot | de Aprikosenkernpulver | es Polvo de Semilla de Albaricoque | it Polvere di Nocciolo di Albicocca
  Pumice | fr Pierre Ponce | de Bimsstein | es Piedra Pómez | it Pomice
  Propolis Extract | fr Extrait de Propolis | de Propolisextrakt | es Extracto de Propóleo | it Estratto di Propoli
  Royal Jelly | fr Gelée Royale | de Gelée Royale | es Jalea Real | it Pappa Reale
  Sodium Lauryl Sulfate | en Sodium Lauryl Sulphate | fr Laurylsulfate de Sodium | de Natriumlaurylsulfat | es Lauril Sulfato de Sodio | it Sodio Laurilsolfato
  Isopropyl Alcohol | en Isopropanol | fr Alcool Isopropylique | de Isopropylalkohol | es Alcohol Isopropílico | it Alcol Isopropilico
  Talc | de Talkum | es Talco | it Talco
  Zea Mays Starch | en Corn Starch | fr Amidon de Maïs | de Maisstärke | es Almidón de Maíz | it Amido di Mais
  Vitis Vinifera Seed Oil | en Grapeseed Oil | fr Huile de Pépins de Raisin | de Traubenkernöl | es Aceite de Semilla de Uva | it Olio di Semi d'Uva
  Theobroma Cacao Seed Butter | en Cocoa Butter | fr Beurre de Cacao | de Kakaobutter | es Manteca de Cacao | it Burro di Cacao
  Hydrogen Peroxide | fr Peroxyde d'Hydrogène | de Wasserstoffperoxid | es Peróxido de Hidrógeno | it Perossido di Idrogeno
  Aroma | fr Arôme | de Aromen | es Aromas | it Aromi
  Essential Oil | en Essential Oils | fr Huile Essentielle | de Ätherisches Öl | es Aceite Esencial | it Olio Essenziale
`;
const LANGUAGES = { en: 'English', fr: 'French', de: 'German', es: 'Spanish', it: 'Italian' } as const;

const rows = PRINTED.trim()
  .split('\n')
  .flatMap((line) => {
    const [inci = '', ...cells] = line.split('|').map((cell) => cell.trim());
    return cells.map((cell) => ({ inci, language: cell.slice(0, 2), name: cell.slice(3) }));
  });
/** The ingredients that a name surely is. */
const readingOf = (name: string): string => {
  const { ids } = readName(knowledge.names, name, false);
  return ids.map((id) => knowledge.ingredient(id).inci).join(' and ');
};
/** A name that is another ingredient's than the row says, one line for each. */
const misread = (language: string, spelled: (name: string) => string): string[] =>
  rows
    .filter((row) => row.language === language)
    .map(({ inci, name }) => ({ inci, name: spelled(name) }))
    .filter(({ inci, name }) => readingOf(name) !== inci)
    .map(({ inci, name }) => `"${name}" is "${readingOf(name)}", not "${inci}"`);

describe.each(Object.entries(LANGUAGES))('the common names (%s) in %s', (language) => {
  it('are each one ingredient', () => {
    expect(rows.filter((row) => row.language === language).length).toBeGreaterThan(60);
    expect(misread(language, (name) => name)).toEqual([]);
  });

  it('are read in capitals, and without their accents', () => {
    expect(misread(language, (name) => name.toUpperCase())).toEqual([]);
    expect(misread(language, (name) => name.normalize('NFD').replace(/\p{M}/gu, ''))).toEqual([]);
  });
});

it('a common name is one name of a printed list, whatever small words it holds', () => {
  const parted = rows.filter(({ inci, name }) => {
    const [, token, ...more] = read(formula('Dew', `Aqua, ${name}, Carbomer`)).tokens;
    return more.length !== 1 || token?.ingredients.some((one) => one.inci !== inci) !== false;
  });
  expect(parted).toEqual([]);
});

it('German oils are read without the umlaut too', () => {
  const oils = ['Oliven', 'Jojoba', 'Mandel', 'Lavendel', 'Kamillen', 'Zitronen', 'Rosmarin', 'Pfefferminz', 'Teebaum'];
  expect(oils.filter((oil) => readingOf(`${oil}oel`) !== readingOf(`${oil}öl`))).toEqual([]);
});

describe('a common name of a hazard', () => {
  it.each([
    'Alcool Dénaturé',
    'Vergällter Alkohol',
    'Essence de Citron',
    'Zitronenöl',
    'Aceite de Árbol de Té',
    'Olio di Menta Piperita',
    'Huile Essentielle de Lavande',
    'Ätherische Öle',
    'Duftstoffe',
    'Fragranza',
    'Arôme',
    'Alcanfor',
    'Mentolo',
    'Peroxyde de Benzoyle',
    'Hydrochinon',
    'Azufre',
    'Acido Glicolico',
    'Äpfelsäure',
    'Rétinaldéhyde',
    'Vitamina A',
    'Palmitato de Retinol',
    'Extrait d’Arnica',
    'Polvo de Cáscara de Nuez',
    'Bimsstein',
    'Laurilsulfato Sódico',
  ])('keeps it off skin whose channels have just closed: %s', (name) => {
    const product = formula('Dew', `Aqua, Glycerin, ${name}, Carbomer, Phenoxyethanol`);
    expect(judged(product, HOUR(48)).verdict).toBe('AVOID');
  });
});

it.each(
  [
    'Acide',
    'Säure',
    'Acido',
    'Huile',
    'Öl',
    'Aceite',
    'Olio',
    'Extrait',
    'Extrakt',
    'Beurre',
    'Eau de',
    'Essence',
  ].concat([
    'Eau de Cologne',
    'Agua de Colonia',
    'Acqua di Colonia',
    'Alcool de Romarin',
    'Eau de Parfum',
    'Duftwasser',
  ]),
)('what names no ingredient is none: %s', (words) => {
  expect(readingOf(words)).toBe('');
});

it('no two rows give one name to two ingredients', () => {
  const owners = new Map<string, string>();
  const shared = rows.filter(({ inci, name }) => {
    const owner = owners.get(comparisonKey(name)) ?? inci;
    owners.set(comparisonKey(name), owner);
    return owner !== inci;
  });
  expect(shared).toEqual([]);
});
