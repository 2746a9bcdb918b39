/**
 * What tests of several packages share: runs of the whole program and of single rules, conformance
 * vectors, random estates, plain restatements to hold the product to, and servers of databases.
 */
package org.vicilint.testkit;
