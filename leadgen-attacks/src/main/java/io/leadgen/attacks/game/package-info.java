/** How an attack is played: many games, each with chance and people of its own, and what they prove. */
@NullMarked
package io.leadgen.attacks.game;

import org.jspecify.annotations.NullMarked;
