/**
 * The facts of VICIdial: functions, pages, requirements and answers of every build, loaded from
 * data.
 *
 * <p>Decides nothing; {@link org.vicilint.access} does.
 */
package org.vicilint.catalog;
