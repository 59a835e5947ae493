-- Nothing counts with it: setting it is the smallest write whose commit waits until the log before it is on disk.
create sequence if not exists payload_workflows.flushed;
