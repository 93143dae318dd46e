// Compiled for x86-64-v3 (see CMakeLists.txt); called only where the processor has it.
#define DISTRICTSIM_KERNEL_NAME v3
#include "sim/phases/teacher_week_step.inc"
