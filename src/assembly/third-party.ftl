<#-- What of others goes with the suite. License Maven Plugin fills it in from the POMs of the libraries. -->
<#-- In the zip for networks: those of src/assembly/fiji-networks.xml (InstallationTest compares). -->
<#assign networks = ["ai.djl:api", "ai.djl.pytorch:pytorch-engine", "ai.djl.pytorch:pytorch-jni",
	"ai.djl.onnxruntime:onnxruntime-engine", "net.java.dev.jna:jna", "org.apache.commons:commons-compress",
	"commons-codec:commons-codec"]>
<#assign byHand = ["com.microsoft.onnxruntime:onnxruntime"]>
<#assign inFiji = []>
<#list dependencyMap as e>
	<#assign id = e.getKey().groupId + ":" + e.getKey().artifactId>
	<#if !networks?seq_contains(id) && !byHand?seq_contains(id)><#assign inFiji = inFiji + [id]></#if>
	<#if id == "ai.djl.pytorch:pytorch-jni"><#assign pytorch = e.getKey().version?keep_before("-")></#if>
</#list>
<#macro libraries ids>
<#list dependencyMap as e>
<#if ids?seq_contains(e.getKey().groupId + ":" + e.getKey().artifactId)>
* ${e.getKey().name!e.getKey().artifactId}
  ${e.getKey().groupId}:${e.getKey().artifactId}:${e.getKey().version}
  Licence: ${e.getValue()?join(" or ")}
  ${e.getKey().url!"(no address)"}
</#if>
</#list>
</#macro>
Notices on third-party software of Reward Analysis
==================================================

Reward Analysis itself is under the 2-clause BSD licence (LICENSE). Its jar contains no code of others. Names, versions,
licences and addresses below are those that the libraries' own POMs state, licences by their SPDX names.


1. In the zip for networks (reward-analysis-<version>-fiji-networks.zip)
------------------------------------------------------------------------

Of those with two licences, the first is chosen. The text of the Apache License 2.0 and DJL's notice are beside this
file; further notices are inside the jars, in META-INF.

<@libraries networks />

2. Fetched when a network command runs for the first time, and in neither zip
-----------------------------------------------------------------------------

* PyTorch ${pytorch} for the computer's platform, from https://publish.djl.ai (or put there by hand:
  ai.djl.pytorch:pytorch-native-cpu:${pytorch}). DJL's packaging: Apache-2.0.
  Licence of PyTorch: BSD-3-Clause, with parts under others: https://github.com/pytorch/pytorch/blob/v${pytorch}/NOTICE
  https://pytorch.org
* GNU OpenMP (libgomp), beside PyTorch on Linux
  Licence: GPL-3.0-or-later WITH GCC-exception-3.1
  https://gcc.gnu.org/onlinedocs/libgomp/
* Intel oneAPI Math Kernel Library, inside PyTorch for Intel and AMD processors
  Licence: Intel Simplified Software License
  https://www.intel.com/content/www/us/en/developer/tools/oneapi/onemkl.html


3. Put there by hand, by those who have ONNX files, and in neither zip
----------------------------------------------------------------------

Its own list of third parties is inside the jar (ThirdPartyNotices.txt).

<@libraries byHand />

4. Used where they are: in Fiji, or on the class path, and in neither zip
-------------------------------------------------------------------------

<@libraries inFiji />
