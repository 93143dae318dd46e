#define DISTRICTSIM_KERNEL_NAME portable
#include "sim/phases/teacher_week_step.inc"
